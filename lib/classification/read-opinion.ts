import type { ModelReply } from './opinion-model.ts';
import { OpinionAnswer, type SecondOpinion } from './second-opinion.ts';

/** The answer of a model as an opinion; undefined for everything that is not exactly the form. */
export function readOpinion(
  { answer, inputTokens, outputTokens }: Extract<ModelReply, { status: 'answered' }>,
  asked: Pick<SecondOpinion, 'model' | 'promptVersion' | 'at' | 'microdollars'>,
): SecondOpinion | undefined {
  const parsed = OpinionAnswer.safeParse(answer);
  if (!parsed.success) return undefined;
  return { ...parsed.data, themes: [...new Set(parsed.data.themes)], ...asked, inputTokens, outputTokens };
}
