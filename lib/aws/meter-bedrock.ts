import type { BedrockRuntimeClient, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { type ModelPrices, microdollarsOf } from '../classification/model-prices.ts';
import { readTokenCounts } from './read-token-counts.ts';
import { countUsage } from './usage-meter.ts';

/** Counts the tokens of what was answered, and what they cost: each model has its own price. */
export function meterBedrock(client: BedrockRuntimeClient, prices: ModelPrices): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === 'ConverseCommand') {
          const tokens = readTokenCounts((answer.output as ConverseCommandOutput).usage);
          if (tokens) {
            const modelTokens = tokens.inputTokens + tokens.outputTokens;
            countUsage({ modelTokens, modelMicrodollars: microdollarsOf(tokens, prices) });
          }
        }
        return answer;
      },
    { step: 'initialize', name: 'meterBedrock' },
  );
}
