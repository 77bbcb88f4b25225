import { Hono } from 'hono';
import { z } from 'zod';
import type { PageArchive } from '../articles/page-archive.ts';
import { Theme } from '../classification/classification.ts';
import { type ReportMonthNeeds, reportMonth } from '../cost/report-month.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { dayBefore } from '../coverage/days.ts';
import type { EditionArchive } from '../digest/edition-archive.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { html } from '../digest/html-template.ts';
import { InvalidInputError } from '../errors.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import { log } from '../log.ts';
import { gatherStories } from '../stories/gather-stories.ts';
import { articlePage } from './article-page.ts';
import { costPage } from './cost-page.ts';
import { type CoverageFilterValues, coveragePage } from './coverage-page.ts';
import { digestPage } from './digest-page.ts';
import { type EditionNeeds, editionRoutes } from './edition-routes.ts';
import { type FeedbackNeeds, feedbackRoutes, visitorVoter } from './feedback-routes.ts';
import { feedsPage } from './feeds-page.ts';
import { messagePage } from './layout.ts';
import { originCheck } from './origin-check.ts';
import { type PageAccessNeeds, pageAccess } from './page-access.ts';
import { type PreferencesNeeds, preferencesRoutes } from './preferences-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { createSignInIssuer, type SignInSettings } from './sign-in-issuer.ts';
import { type SignInNeeds, signInRoutes } from './sign-in-routes.ts';
import { type SignUpNeeds, signUpRoutes } from './sign-up-routes.ts';
import { storyPage } from './story-page.ts';
import { style } from './style.ts';
import { type UnsubscribeNeeds, unsubscribeRoutes } from './unsubscribe-routes.ts';
import type { WebEnv } from './visitor.ts';
import { withoutTokens } from './without-tokens.ts';

export interface WebNeeds
  extends UnsubscribeNeeds,
    SignUpNeeds,
    PreferencesNeeds,
    EditionNeeds,
    FeedbackNeeds,
    PageAccessNeeds,
    ReportMonthNeeds {
  subscriberStore: PreferencesNeeds['subscriberStore'];
  confirmationStore: SignUpNeeds['confirmationStore'];
  itemStore: Pick<ItemStore, 'listItems'>;
  coverageStore: Pick<CoverageStore, 'get' | 'query' | 'listStory'>;
  feedStore: Pick<FeedStore, 'list'>;
  editionStore: EditionNeeds['editionStore'] & Pick<EditionStore, 'latestOfAll'>;
  editionArchive: Pick<EditionArchive, 'get'>;
  pageArchive: Pick<PageArchive, 'getArticle'>;
  sessionStore: PageAccessNeeds['sessionStore'] & SignInNeeds['sessionStore'];
  /** One of the two: who signs people in, or the token of a page that nobody signs in to. */
  settings: {
    pageToken?: string | undefined;
    signIn?: SignInSettings | undefined;
    originSecret?: string | undefined;
    isSignUpOpen?: boolean | undefined;
    region: string;
    metricsNamespace: string | undefined;
  };
}

const MOST_DAYS = 366;
/** Lambda answers with 6 MB at most, in which other than ASCII may count twice; cut off without a word it must not be. */
const MOST_BYTES = 4_000_000;

const Query = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  relevance: z.enum(['relevant', 'passing-mention', 'all']).default('relevant'),
  theme: z.union([z.literal('').transform(() => undefined), Theme]).optional(),
  language: z
    .string()
    .regex(/^[a-z]{0,3}$/)
    .transform((tag) => tag || undefined)
    .optional(),
});

/**
 * The page and its API, the same app under Lambda and on loopback. GET and HEAD change nothing, but for the session that
 * the callback of a sign-in opens, and the day on which a program's token was last used.
 *
 * @throws InvalidInputError when the settings name neither a sign-in nor a page token, or both
 */
export function createWebApp(needs: WebNeeds): Hono<WebEnv> {
  const { pageToken, signIn } = needs.settings;
  if ((pageToken === undefined) === (signIn === undefined))
    throw new InvalidInputError('environment: the page needs SIGN_IN_ISSUER and SIGN_IN_CLIENT_ID, or else PAGE_TOKEN');
  const app = new Hono<WebEnv>();
  app.use(securityHeaders);
  app.use(originCheck(needs.settings.originSecret));
  app.use(pageAccess(needs));

  const readFilter = (values: Record<string, string>): CoverageFilterValues => {
    const parsed = Query.safeParse(values);
    if (!parsed.success) throw new InvalidInputError(z.prettifyError(parsed.error));
    const query = parsed.data;
    const today = needs.now().toISOString().slice(0, 10);
    const toDay = query.to ?? today;
    const fromDay = query.from ?? dayBefore(toDay, 1);
    if (fromDay < dayBefore(toDay, MOST_DAYS)) throw new InvalidInputError(`at most ${MOST_DAYS} days at once`);
    return { fromDay, toDay, relevance: query.relevance, theme: query.theme, language: query.language };
  };
  const findCoverage = ({ relevance, theme, language, ...range }: CoverageFilterValues) =>
    needs.coverageStore.query(range, { relevance: relevance === 'all' ? undefined : relevance, theme, language });

  app.get('/', async (c) => {
    const filter = readFilter(c.req.query());
    return c.html(coveragePage(await findCoverage(filter), filter, c.get('visitor')));
  });
  app.get('/api/coverage', async (c) => {
    const coverage = await findCoverage(readFilter(c.req.query()));
    const body = JSON.stringify(coverage);
    if (Buffer.byteLength(body) <= MOST_BYTES) return c.body(body, 200, { 'content-type': 'application/json' });
    throw new InvalidInputError(`${coverage.length} records are more than one answer holds: ask for fewer days`);
  });
  app.get('/api/feeds', async (c) => c.json(await needs.feedStore.list()));

  app.get('/articles/:articleId{[0-9a-f]{32}}', async (c) => {
    const coverage = await needs.coverageStore.get(c.req.param('articleId'));
    if (!coverage) return c.html(messagePage('No such record', html`<a href="/">Back to the coverage</a>`), 404);
    const visitor = c.get('visitor');
    const [article, items, said] = await Promise.all([
      needs.pageArchive.getArticle(coverage.articleKey),
      needs.itemStore.listItems(coverage.articleId),
      needs.feedbackStore.get(coverage.articleId, visitorVoter(visitor, needs.signingKey)),
    ]);
    return c.html(articlePage(coverage, { article, items, said, visitor }));
  });

  app.get('/stories/:storyId{[0-9a-f]{32}}', async (c) => {
    const [story] = gatherStories(await needs.coverageStore.listStory(c.req.param('storyId')));
    if (!story) return c.html(messagePage('No such story', html`<a href="/">Back to the coverage</a>`), 404);
    return c.html(storyPage(story, c.get('visitor')));
  });

  app.get('/feeds', async (c) => c.html(feedsPage(await needs.feedStore.list(), needs.now(), c.get('visitor'))));

  app.get('/cost', async (c) => {
    // Only AWS's own functions count in CloudWatch.
    const isBilled = needs.settings.metricsNamespace !== undefined;
    return c.html(costPage(await reportMonth(undefined, needs), { isBilled, visitor: c.get('visitor') }));
  });

  app.get('/digest', async (c) => c.html(digestPage(await needs.editionStore.latestOfAll(), c.get('visitor'))));
  app.get('/digest/latest.html', async (c) => {
    const edition = await needs.editionStore.latestOfAll();
    const body = edition?.htmlKey && (await needs.editionArchive.get(edition.htmlKey));
    return body ? c.html(withoutReader(body)) : c.html(messagePage('No digest yet', 'None was made so far.'), 404);
  });

  app.route('/', unsubscribeRoutes(needs));
  app.route('/', signUpRoutes(needs));
  app.route('/', preferencesRoutes(needs));
  app.route('/', editionRoutes(needs));
  app.route('/', feedbackRoutes(needs));
  if (signIn !== undefined) {
    const issuer = createSignInIssuer(signIn, needs.publicUrl, needs.now);
    app.route('/', signInRoutes({ ...needs, issuer, allowed: signIn.allowed }));
  }
  app.get('/style.css', (c) =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' }),
  );
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));

  app.notFound((c) => c.html(messagePage('No such page', html`<a href="/">Back to the coverage</a>`), 404));
  app.onError((error, c) => {
    if (error instanceof InvalidInputError) {
      if (c.req.path.startsWith('/api/')) return c.json({ error: error.message }, 400);
      const back = html`<p><a href="/">Back to the coverage</a></p>`;
      return c.html(messagePage('That cannot be shown', error.message, back), 400);
    }
    log.error('the page failed', {
      stage: 'web',
      path: loggedPath(c.req.path),
      error: `${error.name}: ${error.message}`,
    });
    return c.html(messagePage('Something went wrong', 'It was logged. Try again in a moment.'), 500);
  });
  return app;
}

/** Addresses of editions are secrets. */
const loggedPath = (path: string) => path.replace(/^(\/editions\/(?:feed\/)?).+/, '$1…');

/** The stored mail as the page shows it, without its reader's tokens: who may open the page may not unsubscribe others, or vote for them. */
function withoutReader(mail: string): string {
  // In a frame that may show nothing but this site every other link would lead nowhere.
  const opensBeside = mail.replace('<head>', '<head><base target="_blank">');
  return withoutTokens(opensBeside).replace(/\/editions\/[\w.-]+/g, '/digest');
}
