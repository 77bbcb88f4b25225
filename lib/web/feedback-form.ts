import { Theme } from '../classification/classification.ts';
import type { Verdict, Vote } from '../coverage/feedback.ts';
import { frameText } from '../digest/frame-text.ts';
import { type Html, html } from '../digest/html-template.ts';

export interface FeedbackFormOptions {
  /** Where the form is sent. */
  action: string;
  /** What the voter said last. */
  said?: Pick<Vote, 'verdict' | 'themes'> | undefined;
  /** The button that comes first. */
  first?: Verdict | undefined;
  /** Themes that the rules gave the article. */
  themes: readonly Theme[];
}

const LABELS = { relevant: 'Relevant', 'not-relevant': 'Not relevant' } as const;
const names = frameText.en.themes;

/** What somebody said, in words. */
export function saidText({ verdict, themes = [] }: Pick<Vote, 'verdict' | 'themes'>): string {
  if (verdict !== 'wrong-theme') return LABELS[verdict].toLowerCase();
  return `on other themes: ${themes.map((theme) => names[theme]).join(', ') || 'none of the list'}`;
}

/** The buttons about one article. A wrong theme brings the right ones with it. */
export function feedbackForm({ action, said, first, themes }: FeedbackFormOptions): Html {
  const verdicts = (['relevant', 'not-relevant'] as const).toSorted((a, b) => rank(a, first) - rank(b, first));
  const chosen = said?.verdict === 'wrong-theme' ? (said.themes ?? []) : themes;
  return html`${said && html`<p>You said: <strong>${saidText(said)}</strong>. Another button changes it.</p>`}
    <form class="feedback" method="post" action="${action}">
    <div class="actions">${verdicts.map(
      (verdict) =>
        html`<button name="verdict" value="${verdict}"${verdict !== (first ?? 'relevant') && html` class="second"`}>${LABELS[verdict]}</button>`,
    )}</div>
    <details${(first === 'wrong-theme' || said?.verdict === 'wrong-theme') && html` open`}><summary>It is about other themes</summary>
    <fieldset><legend>What is it about?</legend>${Theme.options.map(
      (theme) =>
        html`<label><input type="checkbox" name="themes" value="${theme}"${chosen.includes(theme) && html` checked`}> ${names[theme]}</label>`,
    )}</fieldset><button name="verdict" value="wrong-theme" class="second">Send these themes</button></details></form>`;
}

const rank = (verdict: Verdict, first: Verdict | undefined) => (verdict === first ? 0 : 1);
