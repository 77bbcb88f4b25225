import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { Theme } from '../classification/classification.ts';
import { type CastVoteNeeds, castVote } from '../coverage/cast-vote.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { Verdict } from '../coverage/feedback.ts';
import { voterOf } from '../coverage/voter.ts';
import { displayText } from '../digest/display-text.ts';
import { readFeedbackToken } from '../digest/feedback-links.ts';
import type { FrameLanguage } from '../digest/frame-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { textDirection } from '../digest/text-direction.ts';
import { InvalidInputError } from '../errors.ts';
import { log } from '../log.ts';
import { feedbackForm } from './feedback-form.ts';
import { feedbackText, saidText } from './feedback-text.ts';
import { messagePage } from './layout.ts';
import { isOwnForm } from './own-form.ts';
import { readForm } from './read-reader-form.ts';
import { readerLayout, readerMessage } from './reader-layout.ts';
import { readerText } from './reader-text.ts';
import type { Visitor, WebEnv } from './visitor.ts';

export interface FeedbackNeeds extends CastVoteNeeds {
  coverageStore: Pick<CoverageStore, 'get'>;
  subscriberStore: Pick<SubscriberStore, 'get'>;
  signingKey: string;
}

const shortBody = bodyLimit({
  maxSize: 4_096,
  onError: () => {
    throw new InvalidInputError('a form of this page is not that long');
  },
});

/** Checkboxes bring nothing, one text, or many. */
const Choice = z.object({
  verdict: Verdict,
  themes: z.union([z.array(Theme), Theme.transform((theme) => [theme])]).optional(),
});

/** The name under which a visitor of the page votes. */
export const visitorVoter = (visitor: Visitor | undefined, signingKey: string): string =>
  voterOf(visitor ? { person: visitor.person } : 'operator', signingKey);

/**
 * `/feedback?token=…`: GET shows the buttons, for mail scanners open every link; POST notes the verdict. Nobody signs in
 * for it: the token is good for one article and one reader. The same buttons of the page go to `/articles/ID/feedback`.
 */
export function feedbackRoutes(needs: FeedbackNeeds): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  interface Found {
    coverage: Coverage;
    voter: string;
    token: string;
    language: FrameLanguage;
  }

  /** @returns a page instead where there is nothing to vote on */
  async function find(c: Context): Promise<Found | Response> {
    const token = c.req.query('token') ?? '';
    const place = readFeedbackToken(token, needs.signingKey, needs.now());
    const { en } = feedbackText;
    if (!place) return c.html(readerMessage('en', en.brokenTitle, en.broken), 400);
    const [coverage, reader] = await Promise.all([
      needs.coverageStore.get(place.articleId),
      needs.subscriberStore.get(place.subscriberId),
    ]);
    // Of who was removed from the list nobody knows any more which of their links are good.
    if (reader?.linkVersion !== place.linkVersion) {
      const frame = reader?.language ?? 'en';
      return c.html(readerMessage(frame, readerText[frame].brokenTitle, readerText[frame].broken), 410);
    }
    const { language } = reader;
    const { goneTitle, gone } = feedbackText[language];
    if (!coverage) return c.html(readerMessage(language, goneTitle, gone), 404);
    return { coverage, voter: voterOf({ subscriberId: place.subscriberId }, needs.signingKey), token, language };
  }

  app.get('/feedback', async (c) => {
    const found = await find(c);
    if (found instanceof Response) return found;
    const { coverage, voter, token, language } = found;
    const said = await needs.feedbackStore.get(coverage.articleId, voter);
    const first = Verdict.safeParse(c.req.query('verdict')).data;
    const form = feedbackForm({
      action: `/feedback?token=${token}`,
      language,
      said,
      first,
      themes: coverage.themes,
    });
    return c.html(askingPage(coverage, form, language));
  });

  app.post('/feedback', shortBody, async (c) => {
    const found = await find(c);
    if (found instanceof Response) return found;
    const { coverage, voter, token, language } = found;
    const choice = await readChoice(c);
    await castVote(voter, coverage, choice, needs);
    log.outcome({ stage: 'web', outcome: 'feedback', reason: choice.verdict, articleId: coverage.articleId });
    const text = feedbackText[language];
    const back = html`<p class="meta">${text.pace}</p><p><a href="/feedback?token=${token}">${text.change}</a></p>`;
    return c.html(readerMessage(language, text.thanks, text.noted(saidText(choice, language)), back));
  });

  app.post('/articles/:articleId{[0-9a-f]{32}}/feedback', shortBody, async (c) => {
    if (!isOwnForm(c)) return c.html(messagePage('Nothing was changed', 'Press the button on the page itself.'), 403);
    const coverage = await needs.coverageStore.get(c.req.param('articleId'));
    if (!coverage) return c.html(messagePage(feedbackText.en.goneTitle, feedbackText.en.gone), 404);
    const choice = await readChoice(c);
    await castVote(visitorVoter(c.get('visitor'), needs.signingKey), coverage, choice, needs);
    log.outcome({ stage: 'web', outcome: 'feedback', reason: choice.verdict, articleId: coverage.articleId });
    return c.redirect(`/articles/${coverage.articleId}#feedback`, 303);
  });
  return app;
}

/** @throws InvalidInputError when no button of the page brings it */
async function readChoice(c: Context): Promise<z.infer<typeof Choice>> {
  const parsed = Choice.safeParse(await readForm(c));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError('press one of the buttons: relevant, not relevant, or other themes');
}

/** Says of the article what the mail said, and no more: who forwards the mail forwards the link. */
function askingPage(coverage: Coverage, form: Html, frame: FrameLanguage): string {
  const { title, outletName, language } = coverage;
  const text = feedbackText[frame];
  return readerLayout(
    frame,
    text.question,
    html`<div class="asking"><h1>${text.question}</h1>
    <blockquote lang="${language}" dir="${textDirection(title)}"><p>${displayText(title, 200) || text.untitled}</p><footer class="meta"><bdi>${displayText(outletName, 80)}</bdi></footer></blockquote>
    ${form}<p class="meta">${text.privacy}</p></div>`,
  );
}
