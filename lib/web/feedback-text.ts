import type { Theme } from '../classification/classification.ts';
import type { Verdict, Vote } from '../coverage/feedback.ts';
import { type FrameLanguage, frameText } from '../digest/frame-text.ts';

interface FeedbackText {
  question: string;
  verdicts: Record<Exclude<Verdict, 'wrong-theme'>, string>;
  otherThemes: string;
  whichThemes: string;
  sendThemes: string;
  onThemes(themes: string): string;
  noTheme: string;
  saidBefore: string;
  changesIt: string;
  privacy: string;
  thanks: string;
  noted(said: string): string;
  /** Whether it counts is known when votes are read, after those that may follow: the page says by what. */
  pace: string;
  change: string;
  brokenTitle: string;
  broken: string;
  goneTitle: string;
  gone: string;
  untitled: string;
}

/** What the buttons about an article and the pages around them say, in the languages of the digest. */
export const feedbackText: Readonly<Record<FrameLanguage, FeedbackText>> = {
  en: {
    question: 'Is it on the subject?',
    verdicts: { relevant: 'Relevant', 'not-relevant': 'Not relevant' },
    otherThemes: 'It is about other themes',
    whichThemes: 'What is it about?',
    sendThemes: 'Send these themes',
    onThemes: (themes) => `on other themes: ${themes}`,
    noTheme: 'none of the list',
    saidBefore: 'You said:',
    changesIt: 'Another button changes it.',
    privacy:
      'Your verdict is kept without your name or address, for two years, to try better rules on. Nothing is changed by opening this page.',
    thanks: 'Thank you',
    noted: (said) => `Noted: ${said}. It helps to choose better rules.`,
    pace: 'Answers that follow one another faster than a person reads are noted and do not count. If yours did, press the button again in a minute.',
    change: 'Change it',
    brokenTitle: 'This link is not whole, or too old',
    broken:
      'The links of a digest take an answer for 90 days. Copy the whole address from the mail, or answer the mail.',
    goneTitle: 'No such record',
    gone: 'The article was taken from the table since the mail was sent.',
    untitled: '(no title)',
  },
  fa: {
    question: 'آیا این مطلب به موضوع مربوط است؟',
    verdicts: { relevant: 'مربوط است', 'not-relevant': 'مربوط نیست' },
    otherThemes: 'دربارهٔ موضوع‌های دیگری است',
    whichThemes: 'دربارهٔ چیست؟',
    sendThemes: 'فرستادن این موضوع‌ها',
    onThemes: (themes) => `دربارهٔ موضوع‌های دیگر: ${themes}`,
    noTheme: 'هیچ‌یک از فهرست',
    saidBefore: 'پاسخ شما:',
    changesIt: 'با دکمه‌ای دیگر عوض می‌شود.',
    privacy:
      'پاسخ شما بدون نام و نشانی، دو سال نگه داشته می‌شود تا قاعده‌های بهتری با آن آزموده شود. باز کردن این صفحه چیزی را تغییر نمی‌دهد.',
    thanks: 'سپاسگزاریم',
    noted: (said) => `ثبت شد: ${said}. به انتخاب قاعده‌های بهتر کمک می‌کند.`,
    pace: 'پاسخ‌هایی که پشت سر هم و تندتر از خواندن یک نفر بیایند ثبت می‌شوند ولی شمرده نمی‌شوند. اگر پاسخ شما چنین بود، یک دقیقه بعد دکمه را دوباره بزنید.',
    change: 'تغییر پاسخ',
    brokenTitle: 'این پیوند کامل نیست یا کهنه شده است',
    broken: 'پیوندهای خبرنامه تا ۹۰ روز پاسخ می‌پذیرند. نشانی کامل را از نامه رونوشت کنید، یا به نامه پاسخ دهید.',
    goneTitle: 'چنین مطلبی نیست',
    gone: 'این مطلب پس از فرستادن نامه از جدول برداشته شده است.',
    untitled: '(بی‌عنوان)',
  },
};

/** What somebody said, in words. */
export function saidText({ verdict, themes = [] }: Pick<Vote, 'verdict' | 'themes'>, language: FrameLanguage): string {
  const text = feedbackText[language];
  if (verdict !== 'wrong-theme') return text.verdicts[verdict].toLowerCase();
  const { themes: names, listSeparator } = frameText[language];
  return text.onThemes(themes.map((theme: Theme) => names[theme]).join(listSeparator) || text.noTheme);
}
