import type { Coverage } from '../../lib/coverage/coverage.ts';
import {
  sampleCoverage,
  sampleFacts,
  sampleFigure,
  sampleMatch,
  sampleOrdinal,
  sampleWording,
} from './sample-coverage.ts';

const AMNESTY = { id: 'amnesty-international', name: 'Amnesty International' };
const OPPOSITION = { name: 'the opposition' };

/** What most reports of a day print. */
const commonFacts = sampleFacts({
  ordinal: 38,
  ordinals: [sampleOrdinal(38)],
  figures: [
    sampleFigure('at least 5,000', 5000, 'executed', AMNESTY),
    sampleFigure('30,000', 30_000, 'executed', OPPOSITION),
  ],
  wordings: [sampleWording('executions'), sampleWording('massacre', 'quotation')],
});

/** A wire report: two outlets print it, two write on the same event themselves. */
const wire = sampleCoverage({
  title: 'UN expert asks for an international inquiry into the 1988 killings',
  outletId: 'meridianwire.example',
  outletName: 'Meridian Wire',
  relation: 'agency',
  score: 27,
  publishedAt: '2026-08-28T09:12:00.000Z',
  themes: ['accountability', 'evidence'],
  matches: [sampleMatch('international inquiry', 5), sampleMatch('1988 killings', 5), sampleMatch('mass graves', 3)],
  facts: commonFacts,
  excerpt:
    'GENEVA (Meridian Wire) – A United Nations expert on Friday called on member states to open an international inquiry into the executions of political prisoners in 1988.',
  keySentences: [
    'A United Nations expert on Friday called on member states to open an international inquiry into the executions of political prisoners in 1988.',
    'The report names the destruction of mass graves as an obstacle to the truth, and asks that satellite images of Khavaran be kept.',
  ],
});

/** A day of coverage in six languages, copies and passing mentions among it. All outlets are invented. */
export const sampleDay: readonly Coverage[] = [
  sampleCoverage({
    facts: sampleFacts({
      ordinal: 38,
      ordinals: [sampleOrdinal(38)],
      figures: [sampleFigure('at least 5,000', 5000, 'people', AMNESTY)],
      wordings: [sampleWording('executions')],
    }),
  }),
  wire,
  sampleCoverage({
    title: 'UN expert asks for an international inquiry into the 1988 killings | Lakeside Daily',
    outletId: 'lakesidedaily.example',
    outletName: 'Lakeside Daily',
    publishedAt: '2026-08-28T11:30:00.000Z',
    recordedAt: '2026-08-28T18:06:00.000Z',
    storyId: wire.articleId,
    copyOf: wire.articleId,
    facts: commonFacts,
  }),
  sampleCoverage({
    title: 'UN Expert Asks For An International Inquiry Into The 1988 Killings',
    outletId: 'unknown-herald.example',
    outletName: 'Unknown Herald',
    relation: 'unknown',
    publishedAt: '2026-08-28T12:02:00.000Z',
    recordedAt: '2026-08-28T18:07:00.000Z',
    storyId: wire.articleId,
    copyOf: wire.articleId,
    facts: commonFacts,
  }),
  sampleCoverage({
    title: 'UN-Expertin will Hinrichtungen von 1988 untersuchen lassen',
    outletId: 'rheinkurier.example',
    outletName: 'Rheinkurier',
    language: 'de',
    publishedAt: '2026-08-28T14:20:00.000Z',
    recordedAt: '2026-08-28T18:08:00.000Z',
    storyId: wire.articleId,
    facts: sampleFacts({
      figures: [sampleFigure('mindestens 5.000', 5000, 'deaths', AMNESTY), sampleFigure('30.000', 30_000, 'unstated')],
      wordings: [sampleWording('mass-executions'), sampleWording('crimes-against-humanity', 'quotation')],
    }),
  }),
  sampleCoverage({
    title: 'Una experta de la ONU pide investigar la matanza de 1988',
    outletId: 'farodelsur.example',
    outletName: 'El Faro del Sur',
    language: 'es',
    publishedAt: '2026-08-28T16:05:00.000Z',
    recordedAt: '2026-08-28T18:09:00.000Z',
    storyId: wire.articleId,
    facts: sampleFacts({
      figures: [sampleFigure('unos 30.000', 30_000, 'executed', { name: 'oposición' })],
      wordings: [sampleWording('massacre')],
    }),
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
    facts: sampleFacts({
      ordinal: 38,
      ordinals: [sampleOrdinal(38, 'سی و هشتمین سالگرد')],
      wordings: [sampleWording('executions'), sampleWording('massacre')],
    }),
    matches: [sampleMatch('تابستان ۶۷', 5), sampleMatch('خاوران', 3), sampleMatch('جان‌باختگان', 2)],
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
    facts: sampleFacts({
      figures: [sampleFigure('ثلاثين ألفا', 30_000, 'executed', { name: 'المعارضة' })],
      wordings: [sampleWording('massacre')],
    }),
    matches: [sampleMatch('مجزرة 1988', 5), sampleMatch('تحقيق دولي', 4)],
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
    facts: sampleFacts({ wordings: [sampleWording('massacre'), sampleWording('executions')] }),
    matches: [sampleMatch('Gefängnismassaker', 5), sampleMatch('Todeskommission', 4)],
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
    matches: [sampleMatch('exécutions de l’été 1988', 5), sampleMatch('commission de la mort', 4)],
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
    facts: sampleFacts({
      figures: [sampleFigure('4,482 names', 4482, 'names')],
      wordings: [sampleWording('executions'), sampleWording('extrajudicial-killings')],
    }),
    matches: [sampleMatch('executed in 1988', 5), sampleMatch('list of names', 3)],
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
    matches: [sampleMatch('1988 executions', 5), sampleMatch('hears evidence', 2)],
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
    facts: sampleFacts({
      ordinal: 38,
      ordinals: [sampleOrdinal(38)],
      figures: [sampleFigure('30,000', 30_000)],
      wordings: [sampleWording('massacre'), sampleWording('martyrs')],
    }),
    matches: [sampleMatch('38th anniversary', 5), sampleMatch('1988 massacre', 5), sampleMatch('30,000', 2)],
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
    facts: sampleFacts({
      wordings: [
        sampleWording('hypocrites'),
        sampleWording('massacre', 'quotation'),
        sampleWording('executions', 'outlet', true),
      ],
    }),
    matches: [sampleMatch('سال ۱۳۶۷', 4), sampleMatch('تحریف', 3)],
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
    matches: [sampleMatch('massavrättningar', 5), sampleMatch('1988', 1)],
    excerpt:
      'Ett femtiotal personer samlades i Göteborg på fredagen för att minnas offren för massavrättningarna 1988.',
  }),
  sampleCoverage({
    title: 'Undated essay on memory and the summer of 1988',
    outletId: 'quarterly.example',
    outletName: 'The Slow Quarterly',
    score: 8,
    publishedAt: undefined,
    themes: ['testimony'],
    matches: [sampleMatch('summer of 1988', 5)],
    excerpt:
      'What is left of a man when the state keeps neither his name nor his grave? The essay follows three families over thirty-eight years, from the last visit to a suitcase handed back at a prison gate.',
  } as Partial<Coverage>),
  sampleCoverage({
    title: 'Former official dies; was member of a 1988 panel',
    outletId: 'secondwire.example',
    outletName: 'Second Wire',
    relation: 'agency',
    score: 8,
    publishedAt: '2026-08-28T04:20:00.000Z',
    themes: ['officials'],
    matches: [sampleMatch('1988 panel', 5)],
    excerpt:
      'A former judge who sat on a panel that sent prisoners to their deaths in 1988 has died in Tehran, state media said on Friday. He had never answered questions about it in public.',
  }),
  sampleCoverage({
    title: 'Thirty years on, families still ask where the graves are',
    outletId: 'harbour-post.example',
    isLate: true,
    lateReason: '“30th anniversary” is of 2018; the date given is of 2026',
    facts: sampleFacts({ ordinal: 30, ordinals: [sampleOrdinal(30)] }),
  }),
  sampleCoverage({
    title: 'Der Nachlass eines Gefangenen, in einem Koffer gefunden',
    outletId: 'alpenbote.example',
    outletName: 'Alpenbote',
    language: 'de',
    isLate: true,
    lateReason: 'published 36 days before it was recorded',
    publishedAt: '2026-07-23T08:00:00.000Z',
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
