import type { BedrockRuntimeClient, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { type ModelPrices, microdollarsOf } from '../classification/model-prices.ts';
import { countUsage } from './usage-meter.ts';

/** Counts the tokens of what was answered, and what they cost: each model has its own price. */
export function meterBedrock(client: BedrockRuntimeClient, prices: ModelPrices): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === 'ConverseCommand') {
          const { inputTokens = 0, outputTokens = 0 } = (answer.output as ConverseCommandOutput).usage ?? {};
          const modelMicrodollars = microdollarsOf({ inputTokens, outputTokens }, prices);
          countUsage({ modelTokens: inputTokens + outputTokens, modelMicrodollars });
        }
        return answer;
      },
    { step: 'initialize', name: 'meterBedrock' },
  );
}
