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
import { readTokenCounts } from './read-token-counts.ts';
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
      const command = new ConverseCommand(requestOf(modelId, prompt));
      const billable = countBillable(command);
      try {
        const answer = await tracedClient.send(command, {
          // The time-out of an attempt is one of silence: an answer that drips in must end as well.
          abortSignal: AbortSignal.timeout(maxAttempts * attemptMilliseconds + PAUSE_MILLISECONDS),
        });
        return replyOf(answer, billable.attempts);
      } catch (error) {
        return replyOfFailure(error, billable.attempts);
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

/** What it says beside the form is not read. Where it does not say what it cost, it is none. */
function replyOf({ output, usage }: ConverseCommandOutput, billableAttempts: number): ModelReply {
  const tokens = readTokenCounts(usage);
  if (tokens === undefined) {
    return { status: 'unknown', billableAttempts, fault: 'the answer does not say how many tokens it took' };
  }
  const uses = (output?.message?.content ?? []).flatMap(({ toolUse }) => (toolUse?.name === FORM ? [toolUse] : []));
  return {
    status: 'answered',
    billableAttempts,
    answer: uses.length === 1 ? uses[0]?.input : undefined,
    ...tokens,
  };
}

/** What Bedrock refuses with one of these it did not run. */
const NOT_RUN = /^(AccessDenied|Validation|ResourceNotFound|Throttling|ServiceUnavailable|ServiceQuotaExceeded)/;

const wasNotRun = (error: unknown): boolean =>
  error instanceof BedrockRuntimeServiceException && NOT_RUN.test(error.name);

/** Watches each attempt of a command by itself: of two that were throttled neither is billed. */
function countBillable(command: ConverseCommand): { readonly attempts: number } {
  const billable = { attempts: 0 };
  command.middlewareStack.add(
    (next) => async (args) => {
      billable.attempts += 1;
      try {
        return await next(args);
      } catch (error) {
        if (wasNotRun(error)) billable.attempts -= 1;
        throw error;
      }
    },
    // Within the retries, which come early in this step.
    { step: 'finalizeRequest', priority: 'low', name: 'countBillable' },
  );
  return billable;
}

function replyOfFailure(error: unknown, billableAttempts: number): ModelReply {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const fault = `${name}: ${message}`.replace(/\s+/g, ' ').slice(0, 300);
  return { status: billableAttempts === 0 ? 'refused' : 'unknown', billableAttempts, fault };
}
