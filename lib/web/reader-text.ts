import type { FrameLanguage } from '../digest/frame-text.ts';
import type { ReaderSettings } from '../digest/subscriber.ts';

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
  /** Of a link to unsubscribe, which never ends. */
  cutTitle: string;
  cut: string;
  goneTitle: string;
  gone: string;
  editionGoneTitle: string;
  editionGone: string;
}

const en: ReaderText = {
  product: 'Vigil',
  signUp: 'Receive the digest',
  signUpLead:
    'What media report, by mail, with each story once. A mail asks you to confirm; no digest comes before that.',
  address: 'Mail address',
  signUpButton: 'Ask for the mail',
  askedTitle: 'Look into your mailbox',
  asked:
    'If this address can receive the digest, a mail with a link is there within ten minutes. The link works for three days. An address is asked at most once an hour and three times in all.',
  confirmTitle: 'Confirm your address',
  confirm: 'Press the button, and what you asked for is done.',
  confirmButton: 'Confirm',
  confirmedTitle: 'Confirmed',
  confirmed: 'It takes effect within ten minutes. Every mail has a link to your settings and one to unsubscribe.',
  brokenTitle: 'This link is not good any more',
  broken:
    'It is too old, was replaced, or is not whole. The newest mail has a new one; copy its whole address. Without a mail, ask the operator.',
  wrongTitle: 'That cannot be saved',
  wrong: 'One of the values does not fit. Nothing was changed.',
  back: 'Back',
  settings: 'Your settings',
  saved: 'Saved.',
  save: 'Save',
  when: 'When',
  zone: 'Time zone',
  hour: 'From this hour on',
  language: 'Language of the digest',
  frequency: 'How often',
  frequencies: { daily: 'daily', weekly: 'weekly', instant: 'at once, at most one mail an hour' },
  weekday: 'Day of the week',
  weekdayNote: 'For a weekly digest, and for the line that gathers quiet days.',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  quietDay: 'On a day without news',
  quietDays: { line: 'one line', skip: 'no mail', weekly: 'no mail, but one line a week' },
  what: 'What',
  whatNote: 'Where nothing is chosen, everything comes. Each kind of choice has to hold.',
  themes: 'Themes',
  languages: 'Languages of the coverage',
  relations: 'Who speaks',
  outlets: 'Outlets',
  outletsNote: 'Ids with commas between them, for example radiofarda.com; empty for all.',
  minimumScore: 'Score from',
  pauseTitle: 'Pause',
  pauseLead: 'Nothing comes until you go on. What is recorded meanwhile comes then.',
  pause: 'Pause the digest',
  pausedLead: 'The digest is paused. What was recorded meanwhile comes with the next one.',
  resume: 'Go on',
  addressTitle: 'Another address',
  addressLead: 'The new address gets a mail to confirm; then the former one is told, and links in older mails end.',
  newAddress: 'New mail address',
  changeAddress: 'Ask the new address',
  feedTitle: 'In a feed reader',
  feedLead: 'This Atom feed of your editions is yours alone and works for a year. Whoever has the address can read it.',
  unsubscribe: 'Unsubscribe',
  unsubscribeTitle: 'Unsubscribe from the digest',
  unsubscribedTitle: 'You are unsubscribed',
  nothingMore: 'No further edition will be sent to you.',
  cutTitle: 'This link is not whole',
  cut: 'Copy the whole address from the mail, or answer the mail with the word “unsubscribe”.',
  goneTitle: 'You are not subscribed',
  gone: 'No digest goes to your address any more. To receive it again, sign up again, or ask the operator.',
  editionGoneTitle: 'This edition is not here any more',
  editionGone: 'Addresses of editions work for 90 days, and end when a reader asks for new ones.',
};

const fa: ReaderText = {
  product: 'ویجیل',
  signUp: 'دریافت چکیده',
  signUpLead:
    'آنچه رسانه‌ها گزارش می‌کنند، با ایمیل، و هر خبر یک بار. نخست نامه‌ای برای تأیید می‌آید؛ پیش از آن چکیده‌ای فرستاده نمی‌شود.',
  address: 'نشانی ایمیل',
  signUpButton: 'درخواست نامهٔ تأیید',
  askedTitle: 'صندوق نامه‌هایتان را ببینید',
  asked:
    'اگر این نشانی بتواند چکیده را دریافت کند، تا ده دقیقهٔ دیگر نامه‌ای با یک پیوند می‌رسد. پیوند سه روز کار می‌کند. به هر نشانی دست‌بالا ساعتی یک بار و در مجموع سه بار نامه می‌رود.',
  confirmTitle: 'نشانی خود را تأیید کنید',
  confirm: 'دکمه را بزنید تا آنچه خواسته‌اید انجام شود.',
  confirmButton: 'تأیید',
  confirmedTitle: 'تأیید شد',
  confirmed: 'تا ده دقیقهٔ دیگر اثر می‌کند. هر نامه پیوندی به تنظیمات شما و پیوندی برای لغو اشتراک دارد.',
  brokenTitle: 'این پیوند دیگر کار نمی‌کند',
  broken:
    'قدیمی است، پیوند تازه‌ای جای آن را گرفته، یا کامل نیست. تازه‌ترین نامه پیوند نو دارد؛ نشانی آن را کامل کپی کنید. اگر نامه‌ای ندارید از گرداننده بپرسید.',
  wrongTitle: 'این را نمی‌توان ذخیره کرد',
  wrong: 'یکی از مقدارها درست نیست. چیزی تغییر نکرد.',
  back: 'بازگشت',
  settings: 'تنظیمات شما',
  saved: 'ذخیره شد.',
  save: 'ذخیره',
  when: 'زمان',
  zone: 'منطقهٔ زمانی',
  hour: 'از این ساعت به بعد',
  language: 'زبان چکیده',
  frequency: 'هر چند وقت',
  frequencies: { daily: 'روزانه', weekly: 'هفتگی', instant: 'بی‌درنگ، دست‌بالا ساعتی یک نامه' },
  weekday: 'روز هفته',
  weekdayNote: 'برای چکیدهٔ هفتگی، و برای خطی که روزهای بی‌خبر را گرد می‌آورد.',
  weekdays: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
  quietDay: 'روزی که خبری نیست',
  quietDays: { line: 'یک خط', skip: 'بدون نامه', weekly: 'بدون نامه، ولی هفته‌ای یک خط' },
  what: 'چه چیزی',
  whatNote: 'جایی که چیزی انتخاب نشده، همه می‌آید. همهٔ انتخاب‌ها باید با هم برقرار باشند.',
  themes: 'موضوع‌ها',
  languages: 'زبان مطالب',
  relations: 'گوینده کیست',
  outlets: 'رسانه‌ها',
  outletsNote: 'شناسه‌ها با ویرگول، برای نمونه radiofarda.com؛ خالی یعنی همه.',
  minimumScore: 'امتیاز از',
  pauseTitle: 'توقف',
  pauseLead: 'تا ادامه ندهید چیزی نمی‌آید. آنچه در این میان ثبت می‌شود سپس می‌آید.',
  pause: 'توقف چکیده',
  pausedLead: 'چکیده متوقف است. آنچه در این میان ثبت شده با چکیدهٔ بعدی می‌آید.',
  resume: 'ادامه',
  addressTitle: 'نشانی دیگر',
  addressLead:
    'به نشانی تازه نامه‌ای برای تأیید می‌رود؛ سپس به نشانی پیشین خبر داده می‌شود و پیوندهای نامه‌های پیشین از کار می‌افتد.',
  newAddress: 'نشانی تازهٔ ایمیل',
  changeAddress: 'فرستادن نامه به نشانی تازه',
  feedTitle: 'در خوراک‌خوان',
  feedLead:
    'این خوراک Atom از چکیده‌های شما تنها برای شماست و یک سال کار می‌کند. هر کس نشانی را داشته باشد می‌تواند آن را بخواند.',
  unsubscribe: 'لغو اشتراک',
  unsubscribeTitle: 'لغو اشتراک چکیده',
  unsubscribedTitle: 'اشتراک شما لغو شد',
  nothingMore: 'دیگر چکیده‌ای برای شما فرستاده نمی‌شود.',
  cutTitle: 'این پیوند کامل نیست',
  cut: 'نشانی را کامل از نامه کپی کنید، یا در پاسخ به نامه بنویسید «لغو اشتراک».',
  goneTitle: 'مشترک نیستید',
  gone: 'دیگر چکیده‌ای به نشانی شما نمی‌رود. برای دریافت دوباره، از نو ثبت‌نام کنید یا از گرداننده بخواهید.',
  editionGoneTitle: 'این شماره دیگر اینجا نیست',
  editionGone: 'نشانی شماره‌ها ۹۰ روز کار می‌کند، و وقتی خواننده نشانی‌های تازه بخواهد پایان می‌یابد.',
};

export const readerText: Record<FrameLanguage, ReaderText> = { en, fa };
