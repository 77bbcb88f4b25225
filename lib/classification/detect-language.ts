import { detect } from 'tinyld/light';

/** Words that every text has, by language; those of one language are rare in the others. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the and of to was were that with for his her their has have not from by is are who',
    fr: 'le les des du et est une dans pour qui sur avec aux au ont été son ses par la',
    de: 'der die das und den dem von ist mit für auf im eine nicht sich wurde wurden nach des zu',
    sv: 'och att som är på för av med till det har inte om ett den från sedan efter hade mot',
    es: 'el los las del que una por con para su se al como fue más la es sus',
    it: 'il di che della dei nel per con una gli sono alla del non si dal la',
    nl: 'het een van en is op dat te voor met zijn niet aan er om door ook bij werd naar',
    no: 'og av ble er et den ikke som på til har med det etter fra ut seg mellom noen også blir hva mot',
    da: 'og af blev er et den ikke som på til har med det efter fra ud sig mellem nogle også bliver hvad mod',
    fi: 'ja on ei että oli sekä se joka jotka hän ovat kun mutta myös mukaan vuonna kuin ovat sen',
    tr: 've bir bu için ile olarak olan daha gibi kadar göre sonra ise en çok her ancak',
    pl: 'na się że do jest nie przez po za od jak dla był które',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);
/** Letters that only one of them has. */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = { tr: /[ığş]/, pl: /[łąęśźżń]/, de: /ß/, es: /ñ/ };
const LATIN = Object.keys(SMALL_WORDS);
/** The languages that have a small word. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const language of LATIN) {
  for (const word of SMALL_WORDS[language] ?? []) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
const ASCII = /^[a-z]+$/;
const SAMPLE_CHARS = 4000;
/** From so many small words on the text is believed more than what the page declares. */
const SURE_WORDS = 15;

/**
 * The language of a text, two letters, or "und".
 *
 * What the page declares is believed unless script or words contradict it plainly: many sites declare English whatever
 * they print.
 *
 * @param declared BCP 47; only its first part is looked at
 */
export function detectLanguage(text: string, declared?: string | undefined): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const script = dominantScript(sample);
  const primary = normalise(declared);
  if (script === 'arabic') return primary && !isOther(primary) ? primary : persianOrArabic(sample);
  if (script === 'cyrillic') return primary && !LATIN.includes(primary) && !isArabicScript(primary) ? primary : 'ru';
  if (script !== 'latin') return primary ?? 'und';
  const counts = countSmallWords(sample);
  const [first, second] = counts;
  const declaredCount = counts.find(({ language }) => language === primary)?.count ?? 0;
  const isContradicted = first !== undefined && first.count >= SURE_WORDS && declaredCount * 3 < first.count;
  if (primary && primary !== 'ru' && !isArabicScript(primary) && !isContradicted) return primary;
  const isClear = first && first.count >= 3 && first.count > (second?.count ?? 0);
  const language = isClear ? first.language : normalise(detect(sample, { only: LATIN }));
  return language === 'no' || language === 'da' ? danishOrNorwegian(sample) : (language ?? 'und');
}

function countSmallWords(text: string): { language: string; count: number }[] {
  const counts = new Map(LATIN.map((language) => [language, 0]));
  const add = (language: string) => counts.set(language, (counts.get(language) ?? 0) + 1);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = LANGUAGES_OF.get(word) ?? [];
    for (const language of languages) add(language);
    if (ASCII.test(word)) continue;
    for (const [language, letters] of Object.entries(OWN_LETTERS)) {
      if (!languages.includes(language) && letters.test(word)) add(language);
    }
  }
  return [...counts].map(([language, count]) => ({ language, count })).toSorted((a, b) => b.count - a.count);
}

function normalise(language: string | undefined): string | undefined {
  const primary = language?.trim().toLowerCase().split(/[-_]/)[0];
  if (!primary || !/^[a-z]{2,3}$/.test(primary) || primary === 'und') return undefined;
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}

function isArabicScript(language: string): boolean {
  return ['fa', 'ar', 'ur', 'ps', 'ckb'].includes(language);
}

/** Languages that no one writes in Arabic letters. */
function isOther(language: string): boolean {
  return LATIN.includes(language) || language === 'ru';
}

const LETTER = /\p{L}/u;
const LETTER_OF = { latin: /\p{Script=Latin}/u, arabic: /\p{Script=Arabic}/u, cyrillic: /\p{Script=Cyrillic}/u };

function dominantScript(text: string): 'latin' | 'arabic' | 'cyrillic' | 'other' | 'none' {
  const counts = { latin: 0, arabic: 0, cyrillic: 0, other: 0 };
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) counts.latin += 1;
    } else if (LETTER_OF.latin.test(character)) counts.latin += 1;
    else if (LETTER_OF.arabic.test(character)) counts.arabic += 1;
    else if (LETTER_OF.cyrillic.test(character)) counts.cyrillic += 1;
    else if (LETTER.test(character)) counts.other += 1;
  }
  const most = Math.max(...Object.values(counts));
  if (most === 0) return 'none';
  if (counts.arabic === most) return 'arabic';
  if (counts.cyrillic === most) return 'cyrillic';
  return counts.latin === most ? 'latin' : 'other';
}

/** Letters of one alphabet only, and the small words that every text has. */
function persianOrArabic(text: string): 'fa' | 'ar' {
  const persian = text.match(/[پچژگی]|(?<!\p{L})(?:در|که|است|این|را|به|از)(?!\p{L})/gu)?.length ?? 0;
  const arabic = text.match(/[ةيىأإ]|(?<!\p{L})(?:في|من|على|أن|إلى|التي)(?!\p{L})/gu)?.length ?? 0;
  return persian >= arabic ? 'fa' : 'ar';
}

/** The two share most of their words; what they spell differently tells. */
function danishOrNorwegian(text: string): 'da' | 'no' {
  const danish =
    /(?<!\p{L})(?:af|blev|efter|mellem|nogle|ud|hvad|deltog|mod|fængs\p{L}*|\p{L}+(?:tion|else)erne)(?!\p{L})/giu;
  const norwegian =
    /(?<!\p{L})(?:av|ble|etter|mellom|noen|ut|hva|deltok|mot|fengs\p{L}*|\p{L}+(?:sjon|else)ene)(?!\p{L})/giu;
  return (text.match(danish)?.length ?? 0) > (text.match(norwegian)?.length ?? 0) ? 'da' : 'no';
}
