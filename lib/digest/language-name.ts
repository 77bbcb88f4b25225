import { displayText } from './display-text.ts';
import type { FrameLanguage } from './frame-text.ts';

const languageNames = {
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
  fa: new Intl.DisplayNames(['fa'], { type: 'language' }),
} as const;

/** A language's name in the frame's language; what is no tag is shown as it was given, cleaned and short. */
export function languageName(tag: string, language: FrameLanguage): string {
  try {
    return languageNames[language].of(tag) ?? tag;
  } catch {
    return displayText(tag, 24);
  }
}
