import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

/**
 * Seconds by which this machine's clock is ahead of AWS's, negative when it is behind. AWS's answer says its time to the
 * second, so one second off means nothing.
 *
 * @param queueUrl of any queue that may be asked
 * @throws what the call threw, when no answer said the time: an answer that refuses the caller says it too
 */
export async function readClockOffset(queueUrl: string, clock: () => number = Date.now): Promise<number> {
  const client = new SQSClient({});
  let offset: number | undefined;
  client.middlewareStack.add(
    (next) => async (args) => {
      const askedAt = clock();
      const answer = await next(args);
      const { headers = {} } = answer.response as { headers?: Record<string, string> };
      const theirs = Date.parse(headers.date ?? '');
      if (!Number.isNaN(theirs)) offset = Math.round(((askedAt + clock()) / 2 - theirs) / 1000);
      return answer;
    },
    { step: 'deserialize', priority: 'low' },
  );
  try {
    await client.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }));
  } catch (error) {
    if (offset === undefined) throw error;
  } finally {
    client.destroy();
  }
  if (offset === undefined) throw new Error('the answer of AWS says no time');
  return offset;
}
