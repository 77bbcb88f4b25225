import { readStoryWords } from './read-story-words.ts';

/** Monday first, as texts write them; forms apart by "/". */
const NAMES: readonly string[] = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miércoles jueves viernes sábado domingo',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'måndag/måndagen tisdag/tisdagen onsdag/onsdagen torsdag/torsdagen fredag/fredagen lördag/lördagen söndag/söndagen',
  'mandag tirsdag onsdag torsdag fredag lørdag/lördag søndag',
  'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
  'понедельник вторник среду/среда четверг пятницу/пятница субботу/суббота воскресенье',
  'الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد',
  'دوشنبه سه‌شنبه چهارشنبه پنجشنبه/پنج‌شنبه جمعه شنبه یکشنبه/یک‌شنبه',
];

/** Folded first word of a name → day, from 0; names of two words are told by their first. */
const days = new Map<string, number>(
  NAMES.flatMap((names) =>
    names.split(' ').flatMap((forms, day) =>
      forms.split('/').map((form): [string, number] => [
        readStoryWords(form)
          .map(({ folded }) => folded)
          .join(' '),
        day,
      ]),
    ),
  ),
);

interface Told {
  titleWords: readonly { folded: string }[];
  words: readonly { folded: string }[];
}

/** The day that a text names first, mostly that of the event; undefined where it names none. */
export const firstWeekday = ({ titleWords, words }: Told): number | undefined =>
  findWeekdays([...titleWords, ...words])
    .values()
    .next().value;

/** Days of the week that a run of folded words names, from 0 for Monday, each once. */
export function findWeekdays(words: readonly { folded: string }[]): Set<number> {
  const found = new Set<number>();
  for (const [at, { folded }] of words.entries()) {
    const two = days.get(`${folded} ${words[at + 1]?.folded}`);
    const before = days.get(`${words[at - 1]?.folded} ${folded}`);
    const day = two ?? (before === undefined ? days.get(folded) : undefined);
    if (day !== undefined) found.add(day);
  }
  return found;
}
