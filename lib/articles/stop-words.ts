import { isLetter } from './is-letter.ts';
import { LetterTrie, NO_WORD, NOWHERE, ROOT } from './letter-trie.ts';
import { isNeighbour } from './neighbour-languages.ts';

/** Commonest short words of languages in Latin letters, parted by spaces; the ones that tell neighbours apart. */
export const commonestWords: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as by at from are were have has been which their they its this not be his her who a an he she had but will would said more than over after into about',
  de: 'der die das und in den dem von zu mit sich des auf für ist im nicht ein eine als auch es an nach aus werden wurde wurden sind er sie am bei vor hat haben wird zum zur um nur noch',
  fr: 'le la les de des du et est en un une que qui dans pour par sur au aux pas plus ce cette ont été son ses leur avec sont il elle ils mais ou dont sous contre après sa ces a à',
  es: 'el la los las de del y en que un una por con para se su al es lo como más fue fueron han sus pero según este sobre entre tras ante contra ha sin a',
  it: 'il lo la gli le di del della dei delle nel e che un una in per con non si dal al alla sono è ha come anche ma hanno dopo tra nella sul sulla a',
  pt: 'o a os as de do da dos das e em que um uma por com para não se no na nos nas ao foi mais são pelo pela mas sobre entre também já sua',
  nl: 'de het een van en in is dat die te op voor met zijn niet aan er om ook als bij door werden werd naar maar uit heeft hebben wordt deze over na tegen',
  sv: 'och att det som en på är av för den med till inte om ett har de från var sig vid sedan efter hade mot också blev under mellan kan ska när hon han',
  no: 'og å det som en på er av for den med til ikke om et har de fra ut var seg ved etter ble blir mellom noen også mot jeg hva hvor under kan skal når hun han',
  da: 'og at det som en på er af for den med til ikke om et har de fra ud var sig ved efter blev bliver mellem nogle også mod jeg hvad hvor under kan skal når hun han',
  fi: 'ja on ei että oli se hän ovat myös kun joka mutta sekä tai mukaan vuonna ne jotka olivat kuin ole sen ollut hänen',
  pl: 'w i na z do nie się że o jest to po za od przez jak dla są oraz tym przed był była były które który ich ale ma tego już',
  tr: 've bir bu için ile de da olarak olan daha gibi çok kadar sonra en ne her ancak göre olduğu yer ise ya karşı tarafından',
  ca: 'el els la les de del dels i en que un una per amb no es són va han seu seva com més també pel als aquest a',
  cs: 'a v na se že je s z do k i za po by ale jako který která které byl byla bylo jsou pro podle také nebo při své už',
  sk: 'a v na sa že je s z do k aj za po by ale ako ktorý ktorá ktoré bol bola bolo sú pre podľa tiež alebo pri svoje už',
  hu: 'a az és hogy nem is egy volt meg csak már el ki ha vagy mint azt ez szerint után még lesz voltak amely majd',
  ro: 'și de la în a cu pe nu din care este pentru o un au fost sunt mai că ce prin după sau între lor ale',
  sq: 'të e në i dhe me për nga një që është u se si ka janë kanë por më do ishte tij tyre',
  hr: 'i u je na se da su za od koji koja koje nije bio bila bilo kao ali iz do te će što prema nakon',
  sl: 'in v je na se da so za od ki ni bil bila bilo kot pa ali iz do tudi po pri',
  id: 'dan yang di itu dengan untuk tidak ini dari dalam pada akan ke juga oleh adalah sebagai telah karena mereka ada',
  az: 'və bir bu ilə üçün də da olan kimi sonra daha ki hər isə edib olub deyə haqqında',
  ku: 'û li ji bi di de ku ew ev jî bo ya yê yên na ne hat kir hatin dike',
  et: 'ja on ei et see oli ta kui ka oma mis aga ning või selle pärast nende olid',
  lt: 'ir yra kad į iš su tai ne bet buvo už per kaip apie jo po prie savo',
  lv: 'un ir ka ar no par uz bija tas kas bet kā arī ne pēc viņa',
  is: 'og að í á er var sem til með um við það en ekki fyrir hann af frá voru',
  vi: 'và của là có được trong cho các một những không với đã người này khi đến từ về',
};

/** Letters that few others of these languages have. */
const letters: Readonly<Record<string, string>> = {
  de: 'ß',
  es: 'ñ',
  pt: 'ã õ',
  no: 'æ ø',
  da: 'æ ø',
  pl: 'ł ą ę ś ź ż ń',
  tr: 'ı ğ ş',
  cs: 'ř ě ů',
  sk: 'ľ ŕ ĺ',
  hu: 'ő ű',
  ro: 'ș ț ă',
  az: 'ə ı ğ ş',
  lt: 'ė ų į',
  lv: 'ņ ļ ķ ģ',
  is: 'ð þ',
  vi: 'ơ ư ạ ế ộ',
};

/** Those whose words are counted. */
export const countedLanguages: readonly string[] = Object.keys(commonestWords);

const indexesOf = (signs: Readonly<Record<string, string>>): ReadonlyMap<string, readonly number[]> => {
  const pairs = Object.entries(signs).flatMap(([language, list]) =>
    list.split(' ').map((sign) => ({ sign, index: countedLanguages.indexOf(language) })),
  );
  const bySign = Map.groupBy(pairs, ({ sign }) => sign);
  return new Map([...bySign].map(([sign, own]) => [sign, own.map(({ index }) => index)]));
};
const languagesOfWord = indexesOf(commonestWords);
const languagesOfLetter = indexesOf(letters);
const stopWords = new LetterTrie([...languagesOfWord.keys()]);
/** By the place of the word. */
const languagesByPlace = [...languagesOfWord.values()];
const ASCII_END = 0x80;

export interface StopWords {
  /** The language with most, and how many it has. */
  best: string;
  count: number;
  /** @returns undefined for a language whose words are not counted */
  countOf: (language: string) => number | undefined;
  /** All words of the text. */
  words: number;
  /** Whether no other language comes near, neighbours apart. */
  isClear: boolean;
}

/** So many times as many as another language has the one that a text is in. */
const LEAD = 1.15;

/** How many of the commonest words, and of letters of its own, each language has in a text. */
export function countStopWords(text: string): StopWords {
  const lower = text.toLowerCase();
  const counts = countedLanguages.map(() => 0);
  const add = (indexes: readonly number[] | undefined) => {
    if (indexes) for (const index of indexes) counts[index] = (counts[index] ?? 0) + 1;
  };
  let words = 0;
  let start = 0;
  let state = ROOT;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    if (isLetter(code)) {
      if (code >= ASCII_END) add(languagesOfLetter.get(lower.charAt(at)));
      if (at === start || state !== NOWHERE) state = stopWords.next(state, code);
      continue;
    }
    if (at > start) {
      words += 1;
      const word = stopWords.wordAt(state);
      if (word !== NO_WORD) add(languagesByPlace[word]);
    }
    start = at + 1;
    state = ROOT;
  }
  const count = Math.max(...counts);
  const best = countedLanguages[counts.indexOf(count)] ?? 'und';
  const isRival = (language: string, index: number) =>
    (counts[index] ?? 0) * LEAD >= count && !isNeighbour(language, best) && language !== best;
  return {
    best,
    count,
    countOf: (language) => counts[countedLanguages.indexOf(language)],
    words,
    isClear: count > 0 && !countedLanguages.some(isRival),
  };
}
