import type { Counted, SectionText } from './section-text.ts';

const UP_TO_TWENTY =
  'یک دو سو چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست'.split(' ');
const TENS = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'];

/** «سی‌وهشتمین»: Persian writes the ordinal of an anniversary as a word. @param n 1 … 99 */
function ordinal(n: number): string {
  if (n === 1) return 'نخستین';
  if (n === 30) return 'سی‌امین';
  const ten = Math.floor(n / 10);
  const words = n <= 20 ? [UP_TO_TWENTY[n - 1]] : [TENS[ten], ...(n % 10 === 0 ? [] : [UP_TO_TWENTY[(n % 10) - 1]])];
  return `${words.join('‌و')}مین`;
}

const articles = ({ count }: Counted): string => `${count} مطلب`;

export const sectionTextFa: SectionText = {
  anniversary: (n) => `${ordinal(n)} سالگرد`,
  counted: (n, name) => `${ordinal(n)} سالگرد: ${name}`,
  independentOutlets: ({ count }) => `${count} رسانهٔ مستقل`,
  alsoIn: 'گزارش‌های دیگر:',
  continued: 'در ادامهٔ چکیده‌های پیشین',
  figuresBefore: 'شمار قربانیان در متن:',
  accordingTo: 'به گفتهٔ',
  isItRelevant: 'به این موضوع مربوط است؟ بگویید:',
  isRelevant: 'مرتبط است',
  isNotRelevant: 'مرتبط نیست',
  trend: {
    heading: 'چهار هفتهٔ گذشته',
    stories: 'موضوع‌ها',
    furtherArticles: 'مطالب دیگر دربارهٔ همان‌ها',
    total: (total) => `${articles(total.articles)} دربارهٔ ${total.stories.count} موضوع.`,
    before: (before) =>
      `در چهار هفتهٔ پیش از آن: ${before.articles} مطلب و ${before.stories} موضوع؛ تغییر شمار مطالب: \u2068${before.change}\u2069.`,
    nothingBefore: 'در چهار هفتهٔ پیش از آن چیزی ثبت نشده است.',
    note: 'همهٔ مطالب مرتبط به روز ثبت (UTC)، مستقل از پالایه‌های شما.',
  },
  figures: {
    heading: 'شمار کشته‌شدگان در رسانه‌ها',
    units: {
      executed: 'اعدام‌شده',
      deaths: 'کشته',
      victims: 'قربانی',
      prisoners: 'زندانی',
      people: 'نفر',
      names: 'نام',
      graves: 'گور',
      unstated: '',
    },
    articles,
    credited: 'به نقل از',
    uncredited: 'بدون ذکر منبع',
    others: 'دیگران',
    opposition: 'اپوزیسیون',
    note: 'چنان‌که در متن‌های مستقل از هم آمده است، با منبعی که نام برده‌اند.',
  },
  wording: {
    heading: 'واژه‌های به‌کاررفته',
    names: {
      massacre: 'کشتار، قتل عام',
      'mass-executions': 'اعدام‌های دسته‌جمعی',
      'extrajudicial-killings': 'قتل‌های فراقضایی',
      'crimes-against-humanity': 'جنایت علیه بشریت',
      genocide: 'نسل‌کشی',
      'war-crimes': 'جنایت جنگی',
      purge: 'پاکسازی',
      executions: 'اعدام‌ها',
      hypocrites: '«منافقین»، دربارهٔ قربانیان',
      martyrs: '«شهیدان»، دربارهٔ قربانیان',
    },
    outlet: 'از زبان خود رسانه',
    quotation: 'تنها در نقل قول',
    hedged: 'تنها با تردید',
    note: 'بر پایهٔ شمار متن‌های مستقل از هم، در همهٔ زبان‌ها.',
  },
  glance: {
    first: 'برای نخستین بار:',
    missed: 'انتظار می‌رفت و پوشش داده نشد:',
    next: 'در پیش:',
    more: (count) => `و ${count} مورد دیگر`,
  },
  firstTime: 'برای نخستین بار در این مجموعه:',
  oneEach: 'هر کدام یک مطلب:',
  coming: {
    heading: 'در پیش',
    today: 'امروز',
    tomorrow: 'فردا',
    inDays: (days) => `${days} روز دیگر`,
    hearing: (court, place) => `جلسهٔ دادگاه: ${court}، ${place}`,
    postponed: 'به تعویق افتاد',
    wasSetFor: (date) => `قرار بود ${date} باشد`,
  },
  unanswered: {
    heading: 'انتظار می‌رفت و پوشش داده نشد',
    line: (name, date) => `${name} (${date}): مطلبی دربارهٔ آن ثبت نشد.`,
  },
  late: {
    heading: 'با تأخیر پیدا شده',
    possiblyOld: 'شاید قدیمی',
    lateNote: 'بیش از یک هفته پیش از آنکه پیدا شوند منتشر شده بودند و در شمار بالا نیستند.',
    possiblyOldNote: 'تاریخشان تازه است یا تاریخ ندارند، اما از سالگردی می‌گویند که گذشته است؛ در شمار بالا نیستند.',
    more: (count) => `و ${count} مطلب دیگر`,
  },
  run: {
    read: (read, day) => `${day} (UTC): ${articles(read)} خوانده شد.`,
    cost: (dollars) => `هزینهٔ کار آن روز نزد AWS: ${dollars}.`,
  },
  manifest: {
    label: 'مُهر بایگانی',
    note: (recorded, from, to) =>
      `\u200fSHA-256 بر ${articles(recorded)} ثبت‌شده از \u2068${from}\u2069 تا \u2068${to}\u2069؛ فرمان «vigil digest verify» آن را از نو می‌سازد.`,
  },
};
