import type { FigureFact } from '../classification/facts.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { countBy } from './count-by.ts';

/** How many were killed, as one number or range was printed in a window. */
export interface SeenFigure {
  value: number;
  /** Upper end of a range. */
  to?: number;
  unit: FigureFact['unit'];
  articles: number;
  outlets: number;
  /**
   * Whom the articles credit with it, most first; a name is absent where an article credits nobody. `opposition` stands
   * for that word in any language.
   */
  credits: readonly { name?: string; id?: typeof OPPOSITION; articles: number }[];
}

/** Nobody by name, in the languages of the lexicon: one credit, whatever its language. */
const OPPOSITION = 'opposition';
const OPPOSITION_WORDS =
  /(?:^|[\s’'])(?:opposi\p{L}*|oposi\p{L}*|oppozi\p{L}*|muhalefet\p{L}*|оппозиц\p{L}*|ال?معارضة|اپوزیسیون|مخالفان)$/iu;

/** Below, a number in a report is of a round of questions, a panel, a family: not of how many were killed. */
const LEAST_VALUE = 100;
/** Below, one outlet alone with a number is most likely telling of something else. */
const LEAST_ALONE = 1000;
/** What is counted otherwise (names on a list, visitors) is not put beside the dead. */
const UNITS: ReadonlySet<FigureFact['unit']> = new Set([
  'executed',
  'deaths',
  'victims',
  'prisoners',
  'people',
  'unstated',
]);

interface Print extends Pick<FigureFact, 'unit' | 'creditedTo' | 'creditedId'> {
  value: number;
  to: number | undefined;
  outletId: string;
}

/** One article prints one figure once, however often it says it; the first place that credits someone is taken. */
function printsOf({ facts, outletId }: Coverage): Print[] {
  const prints = new Map<string, Print>();
  for (const { value, to, unit, creditedTo, creditedId } of facts?.figures ?? []) {
    if (value === undefined || value < LEAST_VALUE || !UNITS.has(unit)) continue;
    const key = `${value}-${to}`;
    const known = prints.get(key);
    if (known === undefined || (known.creditedTo === undefined && creditedTo !== undefined)) {
      const isSaid = unit !== 'unstated' || known === undefined;
      const credit = creditedTo === undefined ? {} : { creditedTo, ...(creditedId !== undefined && { creditedId }) };
      prints.set(key, { value, to, unit: isSaid ? unit : known.unit, outletId, ...credit });
    }
  }
  return [...prints.values()];
}

function creditKey({ creditedId, creditedTo }: Print): string {
  if (creditedId !== undefined) return creditedId;
  return OPPOSITION_WORDS.test(creditedTo ?? '') ? OPPOSITION : (creditedTo?.toLowerCase() ?? '');
}

/**
 * The figures of a window, the one in most articles first. Nobody's claim is judged: each stands with who printed it
 * and whom they credit. "Thousands" has no number to stand under and is left out.
 */
export function collectFigures(coverage: readonly Coverage[]): SeenFigure[] {
  const groups = Map.groupBy(coverage.flatMap(printsOf), ({ value, to }) => `${value}-${to}`);
  return [...groups.values()]
    .map((prints): SeenFigure => {
      const { value, to } = prints[0] as Print;
      const units = countBy(prints, ({ unit }) => unit);
      const credits = countBy(prints, creditKey);
      return {
        value,
        ...(to !== undefined && { to }),
        unit: (units.find(({ key }) => key !== 'unstated') ?? units[0])?.key ?? 'unstated',
        articles: prints.length,
        outlets: new Set(prints.map(({ outletId }) => outletId)).size,
        credits: credits.map(({ key, count, first: { creditedTo } }) => ({
          ...(creditedTo !== undefined && { name: creditedTo }),
          ...(key === OPPOSITION && { id: OPPOSITION }),
          articles: count,
        })),
      };
    })
    .filter(({ value, outlets }) => value >= LEAST_ALONE || outlets > 1)
    .toSorted((a, b) => b.articles - a.articles || b.value - a.value);
}
