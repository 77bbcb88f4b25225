import { keyedHash } from '../coverage/keyed-hash.ts';
import { mailboxOf } from './mailbox-of.ts';

/**
 * Stands for a mailbox where no address may stand: in tags, limits and refusals. Keyed, so that who reads the table cannot
 * try addresses out.
 *
 * @param key of the deployment's mailboxes (`mailbox-key-store.ts`), or of what only the page reads again
 * @returns 32 hex digits
 */
export const hashMailbox = (address: string, key: string): string =>
  keyedHash('address', mailboxOf(address), key).toString('hex').slice(0, 32);
