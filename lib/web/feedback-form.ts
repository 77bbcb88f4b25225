import { Theme } from '../classification/classification.ts';
import type { Verdict, Vote } from '../coverage/feedback.ts';
import { type FrameLanguage, frameText } from '../digest/frame-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import { feedbackText, saidText } from './feedback-text.ts';

export interface FeedbackFormOptions {
  /** Where the form is sent. */
  action: string;
  language: FrameLanguage;
  /** What the voter said last. */
  said?: Pick<Vote, 'verdict' | 'themes'> | undefined;
  /** The button that comes first. */
  first?: Verdict | undefined;
  /** Themes that the rules gave the article. */
  themes: readonly Theme[];
}

/** The buttons about one article. A wrong theme brings the right ones with it. */
export function feedbackForm({ action, language, said, first, themes }: FeedbackFormOptions): Html {
  const text = feedbackText[language];
  const verdicts = (['relevant', 'not-relevant'] as const).toSorted((a, b) => rank(a, first) - rank(b, first));
  const chosen = said?.verdict === 'wrong-theme' ? (said.themes ?? []) : themes;
  return html`${said && html`<p>${text.saidBefore} <strong>${saidText(said, language)}</strong>. ${text.changesIt}</p><p class="meta">${text.pace}</p>`}
    <form class="feedback" method="post" action="${action}">
    <div class="actions">${verdicts.map(
      (verdict) =>
        html`<button name="verdict" value="${verdict}"${verdict !== (first ?? 'relevant') && html` class="second"`}>${text.verdicts[verdict]}</button>`,
    )}</div>
    <details${(first === 'wrong-theme' || said?.verdict === 'wrong-theme') && html` open`}><summary>${text.otherThemes}</summary>
    <fieldset><legend>${text.whichThemes}</legend>${Theme.options.map(
      (theme) =>
        html`<label><input type="checkbox" name="themes" value="${theme}"${chosen.includes(theme) && html` checked`}> ${frameText[language].themes[theme]}</label>`,
    )}</fieldset><button name="verdict" value="wrong-theme" class="second">${text.sendThemes}</button></details></form>`;
}

const rank = (verdict: Verdict, first: Verdict | undefined) => (verdict === first ? 0 : 1);
