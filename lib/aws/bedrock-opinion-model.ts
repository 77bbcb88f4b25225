import type { ModelPrices } from '../classification/model-prices.ts';
import type { OpinionModel } from '../classification/opinion-model.ts';

const MOST_ATTEMPTS = 2;
/** An attempt is given up after so long. */
const ATTEMPT_MILLISECONDS = 4_000;

/**
 * A model of Bedrock in the region of the process. The client is loaded at the first question: a function that asks none
 * starts without it.
 */
export function createBedrockOpinionModel(
  modelId: string,
  prices: ModelPrices,
  attemptMilliseconds = ATTEMPT_MILLISECONDS,
): OpinionModel & { close(): Promise<void> } {
  let asking: Promise<ReturnType<typeof import('./bedrock-converse.ts').createBedrockConverse>> | undefined;
  async function open() {
    const { createBedrockConverse } = await import('./bedrock-converse.ts');
    return createBedrockConverse(modelId, prices, { maxAttempts: MOST_ATTEMPTS, attemptMilliseconds });
  }
  return {
    id: modelId,
    mostAttempts: MOST_ATTEMPTS,
    async ask(prompt) {
      asking ??= open();
      return (await asking).ask(prompt);
    },
    async close() {
      (await asking)?.close();
    },
  };
}
