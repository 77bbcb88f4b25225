import type { FrameLanguage } from './frame-text.ts';

/** What a mail that is no edition says. */
export interface NoticeText {
  subject: string;
  /** Paragraphs before the button, or all there is. */
  lines: readonly string[];
  /** Words of the button; absent where nothing is to be done. */
  button?: string;
  /** What happens when nothing is done. */
  closing: string;
}

/**
 * - `sign-up`, `change-address`: the address has to be confirmed
 * - `known`: the address asked to sign up, and is a reader's already
 * - `held`: the same of a reader whom the operator paused
 * - `address-changed`: to the former address
 */
export type NoticeKind = 'sign-up' | 'change-address' | 'known' | 'held' | 'address-changed';

const en: Record<NoticeKind, NoticeText> = {
  'sign-up': {
    subject: 'Vigil: confirm that you want the digest',
    lines: [
      'Somebody gave this address to receive Vigil’s digest of media coverage.',
      'If that was you, open the page below and press its button. It works for three days.',
    ],
    button: 'Confirm',
    closing: 'If it was not you, do nothing: no digest is sent, and the address is forgotten within a week.',
  },
  'change-address': {
    subject: 'Vigil: confirm your new address',
    lines: [
      'A reader of Vigil’s digest wants to receive it at this address from now on.',
      'If that was you, open the page below and press its button. It works for three days.',
    ],
    button: 'Confirm',
    closing: 'If it was not you, do nothing: nothing changes, and the address is forgotten within a week.',
  },
  known: {
    subject: 'Vigil: you are on the list already',
    lines: [
      'Somebody, probably you, gave this address to receive Vigil’s digest. It is on the list already.',
      'On your settings page you choose how often and what you receive, and you can pause it or go on.',
    ],
    button: 'Open your settings',
    closing: 'If it was not you, do nothing: nothing changes.',
  },
  held: {
    subject: 'Vigil: your digest is paused',
    lines: [
      'Somebody, probably you, gave this address to receive Vigil’s digest. The operator has paused it for this address.',
      'If you want it again, answer this mail: only the operator can let it go on.',
    ],
    closing: 'If it was not you, do nothing: nothing changes.',
  },
  'address-changed': {
    subject: 'Vigil: your digest goes to another address',
    lines: [
      'Your digest goes to another address from now on. It was asked for on your settings page and confirmed there.',
      'This address receives nothing more.',
    ],
    closing: 'If it was not you, answer this mail: the operator can change it back.',
  },
};

const fa: Record<NoticeKind, NoticeText> = {
  'sign-up': {
    subject: 'ویجیل: تأیید کنید که چکیده را می‌خواهید',
    lines: [
      'کسی این نشانی را برای دریافت چکیدهٔ رسانه‌ای ویجیل داده است.',
      'اگر شما بودید، صفحهٔ زیر را باز کنید و دکمهٔ آن را بزنید. این پیوند سه روز کار می‌کند.',
    ],
    button: 'تأیید',
    closing: 'اگر شما نبودید، کاری لازم نیست: چکیده‌ای فرستاده نمی‌شود و نشانی دست‌بالا پس از یک هفته پاک می‌شود.',
  },
  'change-address': {
    subject: 'ویجیل: نشانی تازهٔ خود را تأیید کنید',
    lines: [
      'یکی از خوانندگان ویجیل می‌خواهد از این پس چکیده را در این نشانی دریافت کند.',
      'اگر شما بودید، صفحهٔ زیر را باز کنید و دکمهٔ آن را بزنید. این پیوند سه روز کار می‌کند.',
    ],
    button: 'تأیید',
    closing: 'اگر شما نبودید، کاری لازم نیست: چیزی تغییر نمی‌کند و نشانی دست‌بالا پس از یک هفته پاک می‌شود.',
  },
  known: {
    subject: 'ویجیل: نشانی شما از پیش در فهرست است',
    lines: [
      'کسی، به احتمال زیاد خود شما، این نشانی را برای دریافت چکیدهٔ ویجیل داده است. این نشانی از پیش در فهرست است.',
      'در صفحهٔ تنظیمات انتخاب می‌کنید چه چیزی و هر چند وقت یک بار دریافت کنید، و می‌توانید آن را متوقف کنید یا ادامه دهید.',
    ],
    button: 'باز کردن تنظیمات',
    closing: 'اگر شما نبودید، کاری لازم نیست: چیزی تغییر نمی‌کند.',
  },
  held: {
    subject: 'ویجیل: چکیدهٔ شما متوقف است',
    lines: [
      'کسی، به احتمال زیاد خود شما، این نشانی را برای دریافت چکیدهٔ ویجیل داده است. گرداننده آن را برای این نشانی متوقف کرده است.',
      'اگر دوباره آن را می‌خواهید، به این نامه پاسخ دهید: تنها گرداننده می‌تواند آن را از سر بگیرد.',
    ],
    closing: 'اگر شما نبودید، کاری لازم نیست: چیزی تغییر نمی‌کند.',
  },
  'address-changed': {
    subject: 'ویجیل: چکیدهٔ شما به نشانی دیگری می‌رود',
    lines: [
      'از این پس چکیدهٔ شما به نشانی دیگری فرستاده می‌شود. این کار در صفحهٔ تنظیمات شما خواسته و تأیید شد.',
      'به این نشانی دیگر چیزی فرستاده نمی‌شود.',
    ],
    closing: 'اگر شما نبودید، به این نامه پاسخ دهید: گرداننده می‌تواند آن را برگرداند.',
  },
};

export const noticeText: Record<FrameLanguage, Record<NoticeKind, NoticeText>> = { en, fa };
