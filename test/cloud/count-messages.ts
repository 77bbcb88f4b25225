import { createLocalQueue } from '../../lib/local/local-queue.ts';
import type { DeployedStack } from './deployed-stack.ts';
import { resourcesOfType } from './template-document.ts';

/**
 * Messages in each queue of the template and each dead-letter queue, waiting, put off or in a reader's hands, by its id
 * without the hash; empty ones are left out.
 */
export async function countMessages(stack: DeployedStack): Promise<Record<string, number>> {
  const { template, resolve, operatorQueues, directUrl } = stack;
  const depths: [id: string, depth: number][] = [];
  for (const [id] of resourcesOfType(template, 'AWS::SQS::Queue')) {
    const queue = createLocalQueue(operatorQueues, directUrl(String(resolve({ Ref: id }))));
    depths.push([id.replace(/[0-9A-F]{8}$/, ''), await queue.depth()]);
  }
  return Object.fromEntries(depths.filter(([, depth]) => depth > 0));
}
