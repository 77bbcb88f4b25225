import {
  BedrockRuntimeClient,
  BedrockRuntimeServiceException,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { Relevance, Theme } from '../classification/classification.ts';
import type { ModelPrices } from '../classification/model-prices.ts';
import type { ModelReply, OpinionPrompt } from '../classification/opinion-model.ts';
import { meterBedrock } from './meter-bedrock.ts';
import { traced } from './telemetry.ts';

const FORM = 'judgement';
/** Between two attempts. */
const PAUSE_MILLISECONDS = 1_000;

/** The one tool that the model may use, and has to: a form with closed lists. */
const form = {
  name: FORM,
  description: 'The judgement of the text.',
  inputSchema: {
    json: {
      type: 'object',
      additionalProperties: false,
      required: ['verdict', 'themes', 'reason'],
      properties: {
        verdict: { type: 'string', enum: [...Relevance.options] },
        themes: { type: 'array', items: { type: 'string', enum: [...Theme.options] } },
        reason: { type: 'string', maxLength: 300 },
      },
    },
  },
};

/** Asks a model by Bedrock's Converse API, whatever its maker. */
export function createBedrockConverse(
  modelId: string,
  prices: ModelPrices,
  { maxAttempts, attemptMilliseconds }: { maxAttempts: number; attemptMilliseconds: number },
) {
  const client = new BedrockRuntimeClient({ maxAttempts, requestHandler: { requestTimeout: attemptMilliseconds } });
  meterBedrock(client, prices);
  const tracedClient = traced(client);
  return {
    async ask(prompt: OpinionPrompt): Promise<ModelReply> {
      try {
        return replyOf(
          await tracedClient.send(new ConverseCommand(requestOf(modelId, prompt)), {
            // The time-out of an attempt is one of silence: an answer that drips in must end as well.
            abortSignal: AbortSignal.timeout(maxAttempts * attemptMilliseconds + PAUSE_MILLISECONDS),
          }),
        );
      } catch (error) {
        return replyOfFailure(error);
      }
    },
    close: () => client.destroy(),
  };
}

function requestOf(modelId: string, prompt: OpinionPrompt): ConverseCommandInput {
  return {
    modelId,
    system: [{ text: prompt.system }],
    messages: [{ role: 'user', content: [{ text: prompt.instruction }, { text: prompt.data }] }],
    inferenceConfig: { maxTokens: prompt.answerTokens, temperature: 0 },
    toolConfig: { tools: [{ toolSpec: form }], toolChoice: { tool: { name: FORM } } },
  };
}

/** What it says beside the form is not read. */
function replyOf({ output, usage, $metadata }: ConverseCommandOutput): ModelReply {
  const uses = (output?.message?.content ?? []).flatMap(({ toolUse }) => (toolUse?.name === FORM ? [toolUse] : []));
  return {
    status: 'answered',
    attempts: $metadata.attempts ?? 1,
    answer: uses.length === 1 ? uses[0]?.input : undefined,
    inputTokens: usage?.inputTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
  };
}

/** What Bedrock refuses with one of these it did not run. */
const NOT_RUN = /^(AccessDenied|Validation|ResourceNotFound|Throttling|ServiceUnavailable|ServiceQuotaExceeded)/;

function replyOfFailure(error: unknown): ModelReply {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const metadata = (error as Partial<BedrockRuntimeServiceException>).$metadata;
  const attempts = metadata?.attempts ?? 1;
  const isRefused = error instanceof BedrockRuntimeServiceException && NOT_RUN.test(name);
  const fault = `${name}: ${message}`.replace(/\s+/g, ' ').slice(0, 300);
  return { status: isRefused && attempts === 1 ? 'refused' : 'unknown', attempts, fault };
}
