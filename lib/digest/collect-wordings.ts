import type { Coverage } from '../coverage/coverage.ts';

/** What the killings were called in a window, in whose voice; counts are of articles. */
export interface SeenWording {
  /** For example "massacre": a key of the wordings that facts know. */
  wording: string;
  articles: number;
  /** In the outlet's own voice, without doubt; one may also quote it elsewhere and counts here. */
  outlet: number;
  /** Only inside quotation marks. */
  quotation: number;
  /** Only with doubt, "alleged", or denied: "was not a massacre". */
  hedged: number;
}

/** The wordings of a window, the one in most articles first. */
export function collectWordings(coverage: readonly Coverage[]): SeenWording[] {
  const seen = new Map<string, SeenWording>();
  for (const { facts } of coverage) {
    const byWording = Map.groupBy(facts?.wordings ?? [], ({ wording }) => wording);
    for (const [wording, uses] of byWording) {
      const count = seen.get(wording) ?? { wording, articles: 0, outlet: 0, quotation: 0, hedged: 0 };
      const own = uses.filter(({ voice }) => voice === 'outlet');
      count.articles += 1;
      if (own.some(({ isHedged, isDenied }) => !isHedged && !isDenied)) count.outlet += 1;
      else if (own.length > 0) count.hedged += 1;
      else count.quotation += 1;
      seen.set(wording, count);
    }
  }
  return [...seen.values()].toSorted((a, b) => b.articles - a.articles || a.wording.localeCompare(b.wording));
}
