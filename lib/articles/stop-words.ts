import { isNeighbour } from './neighbour-languages.ts';

/** Commonest short words of the languages in Latin letters that news is read in; the ones that tell neighbours apart. */
const lists: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as by at from are were have has been which their they its this not be',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus wurde wurden sind',
  fr: 'le la les de des du et en un une que qui dans pour par sur au aux est pas plus ce cette ont été leur avec sont',
  es: 'el la los las de del y en que un una por con para se su al es lo como más fue fueron han sus pero según este',
  it: 'il lo la gli le di del della dei delle e che un una in per con non si da al nel alla sono è ha dal come anche',
  pt: 'o a os as de do da dos das e em que um uma por com para não se no na nos nas ao foi mais são pelo pela',
  nl: 'de het een van en in dat die te op voor met zijn niet aan er om ook als bij door werden werd naar maar uit',
  sv: 'och att det som en på är av för den med till inte om ett har de från var sig vid sedan efter också blev',
  no: 'og å det som en på er av for den med til ikke om et har de fra var seg ved etter også ble mot jeg hvor',
  da: 'og at det som en på er af for den med til ikke om et har de fra var sig ved efter også blev mod jeg hvor',
  fi: 'ja on ei että oli se hän ovat myös kun joka mutta sekä tai mukaan vuonna ne jotka olivat kuin ole',
  pl: 'w i na z do nie się że o jest to po za od przez jak dla są oraz tym przed który był były ich',
  tr: 've bir bu için ile de da olarak olan daha gibi çok kadar sonra en ne ancak göre olduğu yer ise ya',
};

const languages = Object.keys(lists);
/** Word → the indexes of its languages. */
const languagesOf = new Map<string, number[]>();
for (const [index, words] of Object.values(lists).entries()) {
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), index]);
}

/** Below this share of its words a text is in none of these languages. */
const MIN_SHARE = 0.12;

/**
 * The language whose commonest words a text uses, how large a share they are, and the same for every other language.
 *
 * @returns undefined when no language stands out
 */
export function stopWordLanguage(text: string): { language: string; shares: ReadonlyMap<string, number> } | undefined {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (found.length < 8) return undefined;
  const counts = languages.map(() => 0);
  for (const word of found) {
    for (const index of languagesOf.get(word) ?? []) counts[index] = (counts[index] ?? 0) + 1;
  }
  const shares = new Map(languages.map((language, index) => [language, (counts[index] ?? 0) / found.length]));
  const [best, ...others] = [...shares].sort((one, other) => other[1] - one[1]);
  if (!best || best[1] < MIN_SHARE) return undefined;
  const second = others.find(([language]) => !isNeighbour(language, best[0]));
  if (second && best[1] < second[1] * 1.15) return undefined;
  return { language: best[0], shares };
}
