import type { Coverage } from '../coverage/coverage.ts';

/** One headline: who had it first, and who carried it after. */
export interface Carriage {
  first: Coverage;
  copies: Coverage[];
}

/** Shorter titles ("News", "Editorial") are shared by chance. */
const MIN_WORDS = 4;

/** The title as it compares: letters and digits only, case, marks and Arabic or Persian letter forms folded. */
function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200B-\u200D]/gu, '')
    .replace(/ي|ى/g, 'ی')
    .replace(/ك/g, 'ک')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function carriageKey({ title, outletName }: Coverage): string | undefined {
  const folded = foldTitle(title);
  const outlet = foldTitle(outletName);
  const bare = outlet && folded.endsWith(` ${outlet}`) ? folded.slice(0, -outlet.length).trim() : folded;
  return bare.split(' ').length >= MIN_WORDS ? bare : undefined;
}

/**
 * Articles under the same title as one entry: a verbatim copy is carriage, not independent pick-up. The earliest
 * stands for all; entries keep the order in which their first member comes.
 */
export function groupCarriage(coverage: readonly Coverage[]): Carriage[] {
  const groups = new Map<string, Coverage[]>();
  for (const article of coverage) {
    const key = carriageKey(article) ?? article.articleId;
    groups.set(key, [...(groups.get(key) ?? []), article]);
  }
  const time = (article: Coverage): number => Date.parse(article.publishedAt ?? article.recordedAt);
  return [...groups.values()].map((members) => {
    const [first, ...copies] = members.toSorted((a, b) => time(a) - time(b) || (a.articleId < b.articleId ? -1 : 1));
    return { first: first as Coverage, copies };
  });
}
