import { keyedHash } from '../coverage/keyed-hash.ts';
import { mailboxOf } from './mailbox-of.ts';

/**
 * Stands for a mailbox where no address may stand: in tags, limits and refusals. Keyed, so that who reads the table cannot
 * try addresses out.
 *
 * @returns 32 hex digits
 */
export const hashMailbox = (address: string, signingKey: string): string =>
  keyedHash('address', mailboxOf(address), signingKey).toString('hex').slice(0, 32);
