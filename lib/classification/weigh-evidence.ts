import type { CompiledLexicon } from './compile-lexicon.ts';
import type { Evidence, ReadField } from './find-evidence.ts';
import { leadEndOf } from './lead-end.ts';
import type { Focus } from './measure-focus.ts';

export type WeighedEvidence = Evidence & { points: number };

/**
 * Gives each piece of evidence its points: title and lead count more; repeated lines and furniture count nothing; a rule
 * counts a few times only; a sentence cannot carry a text alone.
 *
 * @param isAboutIran without it "1988" beside "massacre" is no evidence
 * @param prominence a text that opens with the subject, or with no other, may name one further down, as a precedent
 */
export function weighEvidence(
  evidence: readonly Evidence[],
  fields: Readonly<Record<Evidence['field'], ReadField>>,
  { factors, caps }: Pick<CompiledLexicon, 'factors' | 'caps'>,
  isAboutIran: boolean,
  prominence: Focus['prominence'],
): WeighedEvidence[] {
  const byRule = new Map<string, number>();
  const bySentence = new Map<number, number>();
  const lead = leadEndOf(fields.text.sentences);
  const opensWithSubject = prominence === 'titleAndLead' || prominence === 'lead';
  const isOpening = ({ field, sentence }: Evidence) => field === 'title' || sentence <= lead;
  const opensWithOther = evidence.some((piece) => piece.weight < 0 && isOpening(piece));
  const pointsOf = (piece: Evidence): number => {
    const { ruleId, field, sentence, weight } = piece;
    const isCounter = weight < 0;
    if (weight === 0 || (!isAboutIran && !isCounter)) return 0;
    if (fields[field].sentences[sentence]?.kind !== 'sentence') return 0;
    if (isCounter && (opensWithSubject || !opensWithOther) && !isOpening(piece)) return 0;
    const factor = field === 'title' ? factors.title : sentence <= lead ? factors.lead : 1;
    // A number, since a string for each piece is slow: sentences of the title below 0, for and against side by side.
    const place = 2 * (field === 'title' ? -1 - sentence : sentence) + Number(isCounter);
    const spentByRule = byRule.get(ruleId) ?? 0;
    const spentInSentence = bySentence.get(place) ?? 0;
    const size = Math.min(
      Math.abs(weight) * factor,
      Math.abs(weight) * caps.occurrences - spentByRule,
      caps.sentence * factor - spentInSentence,
    );
    if (size <= 0) return 0;
    byRule.set(ruleId, spentByRule + size);
    bySentence.set(place, spentInSentence + size);
    return isCounter ? -size : size;
  };
  return evidence.map((piece) => ({ ...piece, points: pointsOf(piece) }));
}
