import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';

/**
 * The reader that a person means by address or id.
 *
 * @throws UserError when there is none
 */
export async function findSubscriber(
  addressOrId: string,
  subscriberStore: Pick<SubscriberStore, 'list'>,
): Promise<Subscriber> {
  const name = addressOrId.trim().toLowerCase();
  const found = (await subscriberStore.list()).find(
    ({ subscriberId, address }) => subscriberId === name || address.toLowerCase() === name,
  );
  if (found !== undefined) return found;
  throw new UserError(`${addressOrId}: no such subscriber; "vigil subscribers list" shows them`);
}
