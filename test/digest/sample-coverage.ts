import { createHash } from 'node:crypto';
import type { Match } from '../../lib/classification/classification.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { Feed } from '../../lib/feeds/feed.ts';

const id = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const match = (words: string, points: number): Match => ({
  ruleId: `sample/${words}`,
  field: 'text',
  start: 0,
  end: words.length,
  words,
  points,
  themes: [],
});

/** One record with every field set; the article's id follows from its title and outlet. */
export function sampleCoverage(changes: Partial<Coverage> = {}): Coverage {
  const title = changes.title ?? 'Families mark the anniversary of the 1988 prison executions';
  const outletId = changes.outletId ?? 'harbour-post.example';
  const articleId = id(`${outletId} ${title}`);
  const url = `https://${outletId}/news/${articleId.slice(0, 8)}`;
  return {
    schemaVersion: 1,
    articleId,
    storyId: articleId,
    feedId: '0123456789abcdef',
    url,
    canonicalUrl: url,
    outletId,
    outletName: 'The Harbour Post',
    relation: 'independent',
    title,
    language: 'en',
    publishedAt: '2026-08-28T17:40:00.000Z',
    recordedAt: '2026-08-28T18:05:00.000Z',
    day: '2026-08-28',
    recordedDay: '2026-08-28',
    relevance: 'relevant',
    score: 12,
    threshold: 6,
    themes: ['anniversary', 'testimony'],
    matches: [match('1988 prison executions', 5), match('Khavaran', 3), match('anniversary', 2), match('families', 0)],
    ruleSetVersion: 'sample',
    excerpt:
      'Relatives gathered near the Khavaran cemetery on Friday to remember those who were executed in the summer of 1988. Police kept the road closed for most of the morning, and no gathering was allowed at the graves.',
    bodyChars: 3200,
    bodySource: 'page',
    articleKey: 'articles/sample.json',
    ...changes,
  };
}

/** A day of coverage in seven languages, copies and passing mentions among it. All outlets are invented. */
export const sampleDay: readonly Coverage[] = [
  sampleCoverage(),
  sampleCoverage({
    title: 'UN expert asks for an international inquiry into the 1988 killings',
    outletId: 'meridianwire.example',
    outletName: 'Meridian Wire',
    relation: 'agency',
    score: 27,
    publishedAt: '2026-08-28T09:12:00.000Z',
    themes: ['accountability', 'evidence'],
    matches: [match('international inquiry', 5), match('1988 killings', 5), match('mass graves', 3)],
    excerpt:
      'A United Nations expert on Friday called on member states to open an international inquiry into the executions of political prisoners in 1988. The report names the destruction of mass graves as an obstacle to the truth.',
  }),
  sampleCoverage({
    title: 'UN expert asks for an international inquiry into the 1988 killings | Lakeside Daily',
    outletId: 'lakesidedaily.example',
    outletName: 'Lakeside Daily',
    publishedAt: '2026-08-28T11:30:00.000Z',
  }),
  sampleCoverage({
    title: 'UN Expert Asks For An International Inquiry Into The 1988 Killings',
    outletId: 'unknown-herald.example',
    outletName: 'Unknown Herald',
    relation: 'unknown',
    publishedAt: '2026-08-28T12:02:00.000Z',
  }),
  sampleCoverage({
    title: 'خانواده‌های جان‌باختگان تابستان ۶۷ در خاوران گرد هم آمدند',
    outletId: 'ofogh.example',
    outletName: 'رسانهٔ افق',
    relation: 'exile',
    language: 'fa',
    score: 14,
    publishedAt: '2026-08-28T13:20:00.000Z',
    themes: ['anniversary', 'repression', 'testimony'],
    matches: [match('تابستان ۶۷', 5), match('خاوران', 3), match('جان‌باختگان', 2)],
    excerpt:
      'شماری از خانواده‌های زندانیان سیاسی اعدام‌شده در تابستان ۱۳۶۷ صبح جمعه با وجود حضور مأموران خود را به گورستان خاوران رساندند. به گفتهٔ آنان راه‌های ورودی از شب پیش بسته بود.',
  }),
  sampleCoverage({
    title: 'عائلات ضحايا مجزرة 1988 تطالب بتحقيق دولي مستقل',
    outletId: 'manara.example',
    outletName: 'صحيفة المنارة',
    language: 'ar',
    score: 13,
    publishedAt: '2026-08-28T15:00:00.000Z',
    themes: ['accountability'],
    matches: [match('مجزرة 1988', 5), match('تحقيق دولي', 4)],
    excerpt:
      'طالبت عائلات السجناء السياسيين الذين أُعدموا صيف عام 1988 بتحقيق دولي مستقل. وجاء النداء في مؤتمر صحفي عُقد في جنيف بمناسبة الذكرى السنوية.',
  }),
  sampleCoverage({
    title: 'Stockholm: Zeugen erinnern an das Gefängnismassaker von 1988',
    outletId: 'alpenbote.example',
    outletName: 'Alpenbote',
    language: 'de',
    score: 11,
    publishedAt: '2026-08-28T16:45:00.000Z',
    themes: ['testimony', 'accountability'],
    matches: [match('Gefängnismassaker', 5), match('Todeskommission', 4)],
    excerpt:
      'In Stockholm haben frühere Gefangene über die Hinrichtungen des Sommers 1988 gesprochen. Eine Ausstellung zeigt Briefe und Fotografien aus dem Gefängnis Gohardascht.',
  }),
  sampleCoverage({
    title: 'À Genève, une exposition retrace les exécutions de l’été 1988',
    outletId: 'courrierdulac.example',
    outletName: 'Le Courrier du lac',
    language: 'fr',
    score: 10,
    publishedAt: '2026-08-28T10:05:00.000Z',
    themes: ['evidence', 'anniversary'],
    matches: [match('exécutions de l’été 1988', 5), match('commission de la mort', 4)],
    excerpt:
      'Une exposition ouverte vendredi à Genève réunit des lettres de prisonniers, des listes de noms et des plans de fosses communes. Elle durera jusqu’à la fin du mois de septembre.',
  }),
  sampleCoverage({
    title: 'Rights group publishes a list of 4,482 names of those executed in 1988',
    outletId: 'openrecord.example',
    outletName: 'Open Record',
    relation: 'rights',
    score: 25,
    publishedAt: '2026-08-28T08:30:00.000Z',
    themes: ['evidence'],
    matches: [match('executed in 1988', 5), match('list of names', 3)],
    excerpt:
      'The list draws on prison records, letters and interviews with relatives. Its authors say that it remains incomplete and ask for corrections.',
  }),
  sampleCoverage({
    title: 'Parliament committee hears evidence on the 1988 executions',
    outletId: 'assembly.example',
    outletName: 'Assembly Record',
    relation: 'igo',
    score: 11,
    publishedAt: '2026-08-28T14:10:00.000Z',
    themes: ['accountability', 'officials'],
    excerpt:
      'The committee on human rights heard three witnesses. A summary of the session will be published next week.',
  }),
  sampleCoverage({
    title: 'Campaign opens an exhibition for the 38th anniversary of the 1988 massacre',
    outletId: 'campaignvoice.example',
    outletName: 'Campaign Voice',
    relation: 'campaign',
    score: 28,
    publishedAt: '2026-08-28T07:55:00.000Z',
    themes: ['anniversary', 'politics'],
    matches: [match('38th anniversary', 5), match('1988 massacre', 5), match('30,000', 2)],
    excerpt:
      'The exhibition, opened on Friday, shows photographs of 1,200 of those who were executed. Speakers called for those responsible to be brought before an international court.',
  }),
  sampleCoverage({
    title: 'خبرگزاری: روایت‌های مخالفان از سال ۱۳۶۷ تحریف تاریخ است',
    outletId: 'khabar-state.example',
    outletName: 'خبرگزاری میهن',
    relation: 'state',
    language: 'fa',
    score: 9,
    publishedAt: '2026-08-28T06:15:00.000Z',
    themes: ['denial'],
    matches: [match('سال ۱۳۶۷', 4), match('تحریف', 3)],
    excerpt: 'این گزارش روایت‌های منتشرشده دربارهٔ سال ۱۳۶۷ را «تحریف تاریخ» می‌خواند و از اسناد تازه‌ای سخن می‌گوید.',
  }),
  sampleCoverage({
    title: 'A visitor’s notes on a cemetery without headstones',
    outletId: 'notebook.example',
    outletName: 'Notebook of a Traveller',
    relation: 'blog',
    score: 7,
    publishedAt: '2026-08-27T22:15:00.000Z',
    themes: ['evidence'],
    excerpt: '',
  }),
  sampleCoverage({
    title: 'Minnesstund i Göteborg för offren 1988',
    outletId: 'vastkusten.example',
    outletName: 'Västkusten',
    language: 'sv',
    score: 9,
    publishedAt: '2026-08-28T05:00:00.000Z',
    themes: ['anniversary'],
    matches: [match('massavrättningar', 5), match('1988', 1)],
    excerpt:
      'Ett femtiotal personer samlades i Göteborg på fredagen för att minnas offren för massavrättningarna 1988.',
  }),
  sampleCoverage({
    title: 'Undated essay on memory and the summer of 1988',
    outletId: 'quarterly.example',
    outletName: 'The Slow Quarterly',
    score: 8,
    publishedAt: undefined,
  } as Partial<Coverage>),
  sampleCoverage({
    title: 'Former official dies; was member of a 1988 panel',
    outletId: 'secondwire.example',
    outletName: 'Second Wire',
    relation: 'agency',
    score: 8,
    publishedAt: '2026-08-28T04:20:00.000Z',
    themes: ['officials'],
  }),
  sampleCoverage({
    title: 'Nuclear talks resume in Vienna',
    outletId: 'harbour-post.example',
    relevance: 'passing-mention',
    score: 3,
  }),
  sampleCoverage({
    title: 'Budget debate in Tehran',
    outletId: 'meridianwire.example',
    relevance: 'passing-mention',
    score: 2,
  }),
];

/** Many relevant articles with distinct titles from many outlets. */
export function manyArticles(count: number): Coverage[] {
  const relations = ['independent', 'agency', 'exile', 'state', 'campaign', 'unknown'] as const;
  return Array.from({ length: count }, (_, index) =>
    sampleCoverage({
      title: `Report number ${index} on the commemoration of the executions of 1988, with a headline of an ordinary length`,
      outletId: `outlet-${index % 60}.example`,
      outletName: `Outlet with a rather long name, number ${index % 60}`,
      relation: relations[index % relations.length] ?? 'unknown',
      language: ['en', 'fa', 'ar', 'de', 'fr'][index % 5] ?? 'en',
      score: 6 + (index % 13),
    }),
  );
}

export function sampleFeed(changes: Partial<Feed> = {}): Feed {
  return {
    schemaVersion: 1,
    feedId: '0123456789abcdef',
    url: 'https://harbour-post.example/feed.xml',
    title: 'The Harbour Post',
    outletId: 'harbour-post.example',
    outletName: 'The Harbour Post',
    relation: 'independent',
    language: 'en',
    note: '',
    intervalMinutes: 60,
    state: 'active',
    addedAt: '2026-01-01T00:00:00.000Z',
    nextCheckAt: '2026-08-29T06:00:00.000Z',
    lastCheckedAt: '2026-08-29T04:00:00.000Z',
    lastNewItemAt: '2026-08-28T20:00:00.000Z',
    consecutiveFailures: 0,
    newItemsToday: 0,
    ...changes,
  };
}

export const sampleFeeds: readonly Feed[] = [
  ...Array.from({ length: 38 }, () => sampleFeed()),
  sampleFeed({ consecutiveFailures: 4 }),
  sampleFeed({ state: 'gone' }),
  sampleFeed({ lastNewItemAt: '2026-05-01T00:00:00.000Z' }),
  sampleFeed({ state: 'paused' }),
];
