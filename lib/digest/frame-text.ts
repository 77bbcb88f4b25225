import type { Theme } from '../classification/classification.ts';
import type { Relation } from '../feeds/outlet.ts';
import { displayText } from './display-text.ts';
import type { FeedHealth } from './feed-health.ts';
import type { Subscriber } from './subscriber.ts';
import { isolate } from './text-direction.ts';

export type FrameLanguage = Subscriber['language'];

/** Every string of the digest's frame in one language. Numbers come as they should stand, with the language's digits. */
export interface FrameText {
  product: string;
  edition: string;
  relations: Record<Relation, string>;
  themes: Record<Theme, string>;
  articles(count: string, isOne: boolean): string;
  outlets(count: string, isOne: boolean): string;
  languages(count: string, isOne: boolean): string;
  stories(count: string, isOne: boolean): string;
  /** One sentence, from the counts above; stories are absent where every article is one of its own. */
  summary(counts: { articles: string; stories: string | undefined; outlets: string; languages: string }): string;
  /** "speaks of …", of an article that looks old. @param words as they stand in it */
  speaksOf(words: string, year: string): string;
  period(from: string, to: string): string;
  copies(count: string, isOne: boolean): string;
  leading: string;
  more: string;
  /** The link to what the mail leaves out. */
  andMore(count: string): string;
  andMoreOutlets(count: string): string;
  whoReported: string;
  languagesHeading: string;
  carriedBy: string;
  reasonsBefore: string;
  reasonsLink: string;
  /** Before and after quoted words, which are isolated between them. */
  quotes: readonly [string, string];
  listSeparator: string;
  dateUnknown: string;
  passingMentions(count: string, isOne: boolean): string;
  late(count: string, isOne: boolean): string;
  nothing: string;
  /** One line; `filters` are words of the frame. */
  filterNote(filters: string): string;
  minimumScore(score: string): string;
  /** Of the week up to the edition. */
  quietDays(count: string, isOne: boolean): string;
  nothingSubject: string;
  run(health: { [K in keyof FeedHealth]: string }): string;
  whyYouGetThis: string;
  zoneNote(zone: string): string;
  privacy: string;
  page: string;
  unsubscribe: string;
  inBrowser: string;
  preferences: string;
  /** `headline` comes isolated where its direction is another than the frame's. */
  subject(articles: string, headline: string): string;
}

const en: FrameText = {
  product: 'Vigil',
  edition: 'Digest',
  relations: {
    independent: 'independent',
    agency: 'news agency',
    rights: 'rights group',
    igo: 'UN, EU, governments',
    exile: 'exile media',
    state: 'Iranian state media',
    campaign: 'campaign',
    blog: 'blog',
    unknown: 'not yet assessed',
  },
  themes: {
    anniversary: 'anniversary',
    accountability: 'accountability',
    testimony: 'testimony',
    evidence: 'evidence',
    officials: 'officials',
    denial: 'denial',
    repression: 'repression',
    politics: 'politics',
  },
  articles: (count, isOne) => (isOne ? `${count} article` : `${count} articles`),
  outlets: (count, isOne) => (isOne ? `${count} outlet` : `${count} outlets`),
  languages: (count, isOne) => (isOne ? `${count} language` : `${count} languages`),
  stories: (count, isOne) => (isOne ? `${count} story` : `${count} stories`),
  summary: ({ articles, stories, outlets, languages }) =>
    `${articles}${stories === undefined ? '' : ` in ${stories}`} from ${outlets} in ${languages}`,
  speaksOf: (words, year) => `speaks of “${isolate(words)}”, that is ${year}`,
  period: (from, to) => `Recorded from ${from} to ${to}`,
  copies: (count, isOne) =>
    isOne ? `${count} of them is a copy of another.` : `${count} of them are copies of others.`,
  leading: 'Leading stories',
  more: 'More stories',
  andMore: (count) => `and ${count} more on the page`,
  andMoreOutlets: (count) => `and ${count} more outlets on the page`,
  whoReported: 'Who reported',
  languagesHeading: 'Languages',
  carriedBy: 'Also carried by',
  reasonsBefore: 'Matched',
  reasonsLink: 'Why here?',
  quotes: ['“', '”'],
  listSeparator: ', ',
  dateUnknown: 'date of publication not given',
  late: (count, isOne) => `${count} older ${isOne ? 'article was' : 'articles were'} found and recorded too.`,
  passingMentions: (count, isOne) =>
    isOne
      ? `${count} other text mentions the subject in passing.`
      : `${count} other texts mention the subject in passing.`,
  nothing: 'No new coverage was recorded in this period.',
  filterNote: (filters) => `Your filters: ${filters}. Other coverage is left out.`,
  minimumScore: (score) => `score from ${score}`,
  quietDays: (count, isOne) => `On ${count} ${isOne ? 'day' : 'days'} of the last week there was no new coverage.`,
  nothingSubject: 'Vigil: no new coverage',
  run: ({ watched, checked, failing, silent }) =>
    `Feeds: ${checked} of ${watched} checked in the last day, ${failing} failing, ${silent} without news for 30 days.`,
  whyYouGetThis: 'You receive this digest because this address was subscribed to it.',
  zoneNote: (zone) => `Times are for ${zone}.`,
  privacy: 'This mail loads nothing from the network and reports nothing back.',
  page: 'Open the coverage page',
  unsubscribe: 'Unsubscribe',
  inBrowser: 'Read in the browser',
  preferences: 'Your settings',
  subject: (articles, headline) => `${articles}: ${headline}`,
};

const fa: FrameText = {
  product: 'ویجیل',
  edition: 'چکیده',
  relations: {
    independent: 'مستقل',
    agency: 'خبرگزاری',
    rights: 'نهاد حقوق بشری',
    igo: 'سازمان ملل، اتحادیهٔ اروپا، دولت‌ها',
    exile: 'رسانهٔ برون‌مرزی',
    state: 'رسانهٔ حکومتی ایران',
    campaign: 'کارزار',
    blog: 'وبلاگ',
    unknown: 'هنوز بررسی‌نشده',
  },
  themes: {
    anniversary: 'سالگرد',
    accountability: 'دادخواهی',
    testimony: 'شهادت بازماندگان',
    evidence: 'اسناد و شواهد',
    officials: 'مقام‌ها',
    denial: 'انکار',
    repression: 'سرکوب',
    politics: 'سیاست',
  },
  articles: (count) => `${count} مطلب`,
  outlets: (count) => `${count} رسانه`,
  languages: (count) => `${count} زبان`,
  stories: (count) => `${count} موضوع`,
  summary: ({ articles, stories, outlets, languages }) =>
    `${articles}${stories === undefined ? '' : ` دربارهٔ ${stories}`} از ${outlets} به ${languages}`,
  speaksOf: (words, year) => `از «${isolate(words)}» می‌گوید، یعنی سال ${year}`,
  period: (from, to) => `ثبت‌شده از ${from} تا ${to}`,
  copies: (count) => `${count} مورد از آن‌ها بازنشر است.`,
  leading: 'مهم‌ترین مطالب',
  more: 'دیگر مطالب',
  andMore: (count) => `و ${count} مطلب دیگر در صفحهٔ وب`,
  andMoreOutlets: (count) => `و ${count} رسانهٔ دیگر در صفحهٔ وب`,
  whoReported: 'رسانه‌ها',
  languagesHeading: 'زبان‌ها',
  carriedBy: 'بازنشر در',
  reasonsBefore: 'واژه‌های یافته‌شده:',
  reasonsLink: 'چرا اینجاست؟',
  quotes: ['«', '»'],
  listSeparator: '، ',
  dateUnknown: 'بدون تاریخ انتشار',
  late: (count) => `${count} مقالهٔ قدیمی‌تر نیز پیدا و ثبت شد.`,
  passingMentions: (count) => `${count} متن دیگر تنها اشاره‌ای گذرا به موضوع دارد.`,
  nothing: 'در این بازه مطلب تازه‌ای ثبت نشد.',
  filterNote: (filters) => `پالایه‌های شما: ${filters}. مطالب دیگر در این چکیده نیست.`,
  minimumScore: (score) => `امتیاز از ${score}`,
  quietDays: (count) => `در هفتهٔ گذشته ${count} روز مطلب تازه‌ای نبود.`,
  nothingSubject: 'ویجیل: مطلب تازه‌ای نیست',
  run: ({ watched, checked, failing, silent }) =>
    `خوراک‌ها: در یک روز گذشته ${checked} خوراک از ${watched} خوراک بررسی شد؛ ${failing} خوراک خطا دارد و ${silent} خوراک ۳۰ روز است مطلب تازه‌ای ندارد.`,
  whyYouGetThis: 'این چکیده را می‌گیرید چون این نشانی مشترک آن شده است.',
  zoneNote: (zone) => `ساعت‌ها به وقت ${zone} است.`,
  privacy: 'این نامه چیزی از شبکه بارگیری نمی‌کند و چیزی گزارش نمی‌دهد.',
  page: 'باز کردن صفحهٔ مطالب',
  unsubscribe: 'لغو اشتراک',
  inBrowser: 'خواندن در مرورگر',
  preferences: 'تنظیمات شما',
  subject: (articles, headline) => `${articles}: ${headline}`,
};

export const frameText: Record<FrameLanguage, FrameText> = { en, fa };

const locales: Record<FrameLanguage, string> = { en: 'en-GB', fa: 'fa-IR-u-ca-persian-nu-arabext' };

/** The BCP 47 tag whose calendar and digits the frame uses. */
export function frameLocale(language: FrameLanguage): string {
  return locales[language];
}

const wholeNumbers = {
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 0 }),
  fa: new Intl.NumberFormat(locales.fa, { maximumFractionDigits: 0 }),
} as const;

const languageNames = {
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
  fa: new Intl.DisplayNames(['fa'], { type: 'language' }),
} as const;

/** A whole number in the frame's digits. */
export function frameNumber(count: number, language: FrameLanguage): string {
  return wholeNumbers[language].format(count);
}

/** A language's name in the frame's language; what is no tag is shown as it was given, cleaned and short. */
export function languageName(tag: string, language: FrameLanguage): string {
  try {
    return languageNames[language].of(tag) ?? tag;
  } catch {
    return displayText(tag, 24);
  }
}

/** A Gregorian year in the frame's digits. */
export function frameYear(year: number, language: FrameLanguage): string {
  return new Intl.NumberFormat(locales[language], { useGrouping: false }).format(year);
}

/** A share as whole per cent with its sign: "+35%", «۳۵٪+». */
export function frameChange(share: number, language: FrameLanguage): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format(share);
}

/** Dollars to the cent; what is less, as that. */
export function frameDollars(dollars: number, language: FrameLanguage): string {
  const inCents = new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const isLess = dollars > 0 && dollars < 0.01;
  const amount = inCents.format(isLess ? 0.01 : dollars);
  return language === 'fa' ? `${isLess ? 'کمتر از ' : ''}${amount} دلار` : `${isLess ? 'less than ' : ''}US$${amount}`;
}
