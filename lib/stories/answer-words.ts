import { readStoryWords } from './read-story-words.ts';
import { stemWord } from './stem-word.ts';

/** Words by which reports say that somebody answers an event: the answer is an event of its own. */
const ANSWERS =
  'protest protests protested summons summoned retaliate retaliation reaction reacts threatens threatened rejects rejected ' +
  'protestiert einbestellt reaktion reagiert droht drohung proteste convoqué convoque réagit réaction menace ' +
  'protesta convoca convocado reacciona reacción amenaza rechaza convocato reagisce reazione minaccia respinge ' +
  'protesterar reagerar reaktion hotar avvisar protesteert ontbiedt reageert reactie dreigt ' +
  'tepki kınadı protesto tehdit протест вызвал реакция угрожает ' +
  'اعتراض احضار واکنش تهدید احتجاج احتجت استدعاء استدعت تهدد تهديد ردا نددت';

const stems = new Set(readStoryWords(ANSWERS).map(({ folded }) => stemWord(folded)));

const LEAD_WORDS = 25;

interface Told {
  titleStems: readonly string[];
  stems: readonly string[];
}

/** Whether one tells in title or first words that an event is answered, of which the other says nothing at all. */
export const isAnswered = (a: Told, b: Told): boolean => answersAlone(a, b) || answersAlone(b, a);

function answersAlone(one: Told, other: Told): boolean {
  const said = [...one.titleStems, ...one.stems.slice(0, LEAD_WORDS)].filter((stem) => stems.has(stem));
  return said.length > 0 && !said.some((stem) => other.stems.includes(stem) || other.titleStems.includes(stem));
}
