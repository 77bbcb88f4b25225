import type { Counted, SectionText } from './section-text.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };

const ordinal = (n: number): string => `${n}${ENDINGS[ordinals.select(n)] ?? 'th'}`;
const articles = ({ count, isOne }: Counted): string => (isOne ? `${count} article` : `${count} articles`);

export const sectionTextEn: SectionText = {
  anniversary: (n) => `${ordinal(n)} anniversary`,
  counted: (n, name) => `${ordinal(n)} anniversary: ${name}`,
  independentOutlets: ({ count, isOne }) => (isOne ? `${count} independent outlet` : `${count} independent outlets`),
  alsoIn: 'Also reported by',
  continued: 'continues from earlier editions',
  figuresBefore: 'Victims, as printed:',
  accordingTo: 'according to',
  isItRelevant: 'Does it belong here? Say so:',
  isRelevant: 'Relevant',
  isNotRelevant: 'Not relevant',
  trend: {
    heading: 'The last four weeks',
    stories: 'stories',
    furtherArticles: 'further articles on them',
    total: (total) =>
      `${articles(total.articles)} in ${total.stories.count} ${total.stories.isOne ? 'story' : 'stories'}.`,
    before: (before) =>
      `In the four weeks before: ${before.articles} in ${before.stories}; by article ${before.change}.`,
    nothingBefore: 'Nothing was recorded in the four weeks before.',
    note: 'All coverage on the subject by day of recording (UTC), whatever your filters.',
  },
  figures: {
    heading: 'Figures in print',
    units: {
      executed: 'executed',
      deaths: 'killed',
      victims: 'victims',
      prisoners: 'prisoners',
      people: 'people',
      names: 'names',
      graves: 'graves',
      unstated: '',
    },
    articles,
    credited: 'credited to',
    uncredited: 'nobody named',
    others: 'others',
    opposition: 'the opposition',
    note: 'How many were killed, as articles with a text of their own print it, and whom they credit.',
  },
  wording: {
    heading: 'Words in use',
    names: {
      massacre: 'massacre',
      'mass-executions': 'mass executions',
      'extrajudicial-killings': 'extrajudicial killings',
      'crimes-against-humanity': 'crimes against humanity',
      genocide: 'genocide',
      'war-crimes': 'war crimes',
      purge: 'purge',
      executions: 'executions',
      hypocrites: '“hypocrites”, of the victims',
      martyrs: '“martyrs”, of the victims',
    },
    outlet: 'in the outlet’s own voice',
    quotation: 'only in quotation',
    hedged: 'only with doubt',
    note: 'By article with a text of its own, in every language.',
  },
  glance: {
    first: 'First time here:',
    missed: 'Expected, and not covered:',
    next: 'Next:',
    more: (count) => `and ${count} more`,
  },
  firstTime: 'In the record for the first time:',
  oneEach: 'One article each:',
  coming: {
    heading: 'What comes',
    today: 'today',
    tomorrow: 'tomorrow',
    inDays: (days) => `in ${days} days`,
    hearing: (court, place) => `Hearing: ${court}, ${place}`,
    postponed: 'postponed',
    wasSetFor: (date) => `was set for ${date}`,
  },
  unanswered: {
    heading: 'Expected, and not covered',
    line: (name, date) => `${name} (${date}): no article on it was recorded.`,
  },
  late: {
    heading: 'Found late',
    possiblyOld: 'Possibly old',
    lateNote: 'Published more than a week before they were found; not counted above.',
    possiblyOldNote:
      'Their date is fresh or missing, but they speak of an anniversary that is over; not counted above.',
    more: (count) => `and ${count} more`,
  },
  run: {
    read: (read, day) => `${articles(read)} ${read.isOne ? 'was' : 'were'} read on ${day} (UTC).`,
    cost: (dollars) => `What AWS asks for that day’s work: ${dollars}.`,
  },
  manifest: {
    label: 'Seal of the archive',
    note: (recorded, from, to) =>
      `SHA-256 over ${articles(recorded)} recorded from ${from} to ${to}; “vigil digest verify” computes it again.`,
  },
};
