import type { ClassifiableText } from '../classification/classification.ts';
import { type ModelPrices, microdollarsOf } from '../classification/model-prices.ts';
import type { OpinionModel } from '../classification/opinion-model.ts';
import { opinionPrompt } from '../classification/opinion-prompt.ts';
import type { OpinionSubject } from '../classification/opinion-subject.ts';
import { readOpinion } from '../classification/read-opinion.ts';
import type { SecondOpinion } from '../classification/second-opinion.ts';
import { UserError } from '../errors.ts';
import { outsidersText } from './terminal-text.ts';

export interface TrySecondOpinionNeeds {
  opinionModel: Pick<OpinionModel, 'id' | 'ask'>;
  opinionSubject: OpinionSubject;
  prices: ModelPrices;
  now: () => Date;
}

/**
 * Puts one text to a model, whatever its score and outside of any budget: for who wants to see what a model says before
 * a deployment asks it. Nothing is kept.
 *
 * @throws UserError when there is no usable answer
 */
export async function trySecondOpinion(text: ClassifiableText, needs: TrySecondOpinionNeeds): Promise<SecondOpinion> {
  const { opinionModel: model, prices } = needs;
  const prompt = opinionPrompt(text, needs.opinionSubject);
  const reply = await model.ask(prompt);
  if (reply.status !== 'answered') {
    const fault = outsidersText(reply.fault);
    throw new UserError(
      `${model.id} gave no answer (${fault}): it needs AWS credentials, AWS_REGION, and access to the model there`,
    );
  }
  const asked = {
    model: model.id,
    promptVersion: prompt.version,
    at: needs.now().toISOString(),
    microdollars: microdollarsOf(reply, prices),
  };
  const opinion = readOpinion(reply, asked);
  if (opinion === undefined) throw new UserError(`${model.id} did not answer in the form; try another model`);
  return opinion;
}
