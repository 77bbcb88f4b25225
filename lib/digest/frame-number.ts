import type { FrameLanguage } from './frame-text.ts';

const locales: Record<FrameLanguage, string> = { en: 'en-GB', fa: 'fa-IR-u-ca-persian-nu-arabext' };

/** The BCP 47 tag whose calendar and digits the frame uses. */
export function frameLocale(language: FrameLanguage): string {
  return locales[language];
}

const wholeNumbers = {
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 0 }),
  fa: new Intl.NumberFormat(locales.fa, { maximumFractionDigits: 0 }),
} as const;

/** A whole number in the frame's digits. */
export function frameNumber(count: number, language: FrameLanguage): string {
  return wholeNumbers[language].format(count);
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
