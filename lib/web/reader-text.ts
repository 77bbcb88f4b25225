import type { FrameLanguage } from '../digest/frame-text.ts';
import type { ReaderSettings } from '../digest/subscriber.ts';
import { readerTextEn } from './reader-text-en.ts';
import { readerTextFa } from './reader-text-fa.ts';

/** Every string of the pages that readers of the digest come to by a link of a mail, and of the sign-up. */
export interface ReaderText {
  product: string;
  signUp: string;
  signUpLead: string;
  address: string;
  signUpButton: string;
  askedTitle: string;
  /** The same whether the address is known, refused or new. */
  asked: string;
  confirmTitle: string;
  confirm: string;
  confirmButton: string;
  confirmedTitle: string;
  confirmed: string;
  brokenTitle: string;
  broken: string;
  wrongTitle: string;
  wrong: string;
  back: string;
  settings: string;
  saved: string;
  save: string;
  when: string;
  zone: string;
  hour: string;
  language: string;
  frequency: string;
  frequencies: Record<ReaderSettings['frequency'], string>;
  weekday: string;
  weekdayNote: string;
  weekdays: readonly [string, string, string, string, string, string, string];
  quietDay: string;
  quietDays: Record<ReaderSettings['quietDay'], string>;
  what: string;
  whatNote: string;
  themes: string;
  languages: string;
  relations: string;
  outlets: string;
  outletsNote: string;
  minimumScore: string;
  pauseTitle: string;
  pauseLead: string;
  pause: string;
  pausedLead: string;
  /** Of a pause that the operator made. */
  heldTitle: string;
  held: string;
  resume: string;
  addressTitle: string;
  addressLead: string;
  newAddress: string;
  changeAddress: string;
  feedTitle: string;
  feedLead: string;
  unsubscribe: string;
  unsubscribeTitle: string;
  unsubscribedTitle: string;
  nothingMore: string;
  /** To whom is no reader any more, under a link of before. */
  formerLink: string;
  /** Of a link to unsubscribe, which never ends. */
  cutTitle: string;
  cut: string;
  goneTitle: string;
  gone: string;
  editionGoneTitle: string;
  editionGone: string;
}

export const readerText: Record<FrameLanguage, ReaderText> = { en: readerTextEn, fa: readerTextFa };
