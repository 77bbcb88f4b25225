import { log } from '../log.ts';
import type { ClassifiableText, Classification } from './classification.ts';
import { type ModelPrices, microdollarsOf } from './model-prices.ts';
import type { OpinionLedger } from './opinion-ledger.ts';
import type { ModelReply, OpinionModel, OpinionPrompt } from './opinion-model.ts';
import { opinionPrompt } from './opinion-prompt.ts';
import type { OpinionSubject } from './opinion-subject.ts';
import { readOpinion } from './read-opinion.ts';
import type { SecondOpinion } from './second-opinion.ts';

export interface AskSecondOpinionNeeds {
  opinionModel: OpinionModel;
  opinionLedger: Pick<OpinionLedger, 'take' | 'giveBack' | 'keep' | 'reserve' | 'settle'>;
  opinionSubject: OpinionSubject;
  opinionRules: {
    /** Scores not farther than this from the threshold are put to the model. */
    bandPoints: number;
    monthlyDollars: number;
    prices: ModelPrices;
  };
  now: () => Date;
}

/** What a text may cost besides its own bytes: the form of the answer, as the model's makers write it out. */
const FORM_TOKENS = 1500;

/**
 * A model's opinion of a text whose score is near the threshold. At most one question is put for an article and a
 * version of the prompt, and none that could exceed the month's budget; each ends in one counted outcome of
 * `second-opinion`. A model that does not answer holds nothing up.
 *
 * @returns undefined for a score outside the band, and where there is no usable answer
 */
export async function askSecondOpinion(
  articleId: string,
  text: ClassifiableText,
  { score, threshold }: Pick<Classification, 'score' | 'threshold'>,
  needs: AskSecondOpinionNeeds,
): Promise<SecondOpinion | undefined> {
  const { opinionLedger: ledger, opinionRules: rules, opinionModel: model, now } = needs;
  if (Math.abs(score - threshold) > rules.bandPoints) return undefined;
  const end = (outcome: string, reason?: string) =>
    log.outcome({ stage: 'second-opinion', outcome, articleId, ...(reason !== undefined && { reason }) });

  const prompt = opinionPrompt(text, needs.opinionSubject);
  const before = await ledger.take(articleId, prompt.version, now().toISOString());
  if (before?.askedAt !== undefined) {
    end('asked-before', before.opinion ? 'the answer that was kept' : 'no answer was kept');
    return before.opinion;
  }
  const month = now().toISOString().slice(0, 7);
  const worst = microdollarsOf(
    { inputTokens: mostInputTokens(prompt), outputTokens: prompt.answerTokens },
    rules.prices,
  );
  const setAside = worst * model.mostAttempts;
  if (!(await ledger.reserve(month, setAside, Math.floor(rules.monthlyDollars * 1e6)))) {
    await ledger.giveBack(articleId, prompt.version);
    end('over-budget', `${rules.monthlyDollars} dollars a month`);
    return undefined;
  }

  const reply = await model.ask(prompt);
  const spent = spentOn(reply, worst, rules.prices);
  const unused = setAside - spent;
  const at = now().toISOString();
  if (reply.status !== 'answered') {
    await ledger.settle(month, unused, 'failed', { says: reply.fault, at });
    end('failed', reply.fault);
    return undefined;
  }
  const asked = { model: model.id, promptVersion: prompt.version, at, microdollars: spent };
  const opinion = readOpinion(reply, asked);
  if (opinion === undefined) {
    await ledger.settle(month, unused, 'unusable');
    end('no-usable-answer');
    return undefined;
  }
  await ledger.keep(articleId, opinion);
  await ledger.settle(month, unused, 'answered');
  end('given', opinion.verdict);
  return opinion;
}

/** No tokeniser makes more tokens than there are bytes. */
const mostInputTokens = ({ system, instruction, data }: OpinionPrompt): number =>
  FORM_TOKENS + Buffer.byteLength(system) + Buffer.byteLength(instruction) + Buffer.byteLength(data);

/** Attempts before the last may have been billed, though nobody heard the answer. */
function spentOn(reply: ModelReply, worst: number, prices: ModelPrices): number {
  if (reply.status === 'refused') return 0;
  const before = worst * Math.max(0, reply.billableAttempts - 1);
  return before + (reply.status === 'answered' ? microdollarsOf(reply, prices) : worst);
}
