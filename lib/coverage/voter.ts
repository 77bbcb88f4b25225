import { keyedHash } from './keyed-hash.ts';

/** Who votes: a reader by a link of their mail, somebody signed in, or whoever has the page's own token. */
export type VoterSource = { subscriberId: string } | { person: string } | 'operator';

/**
 * The voter's name in the table, `reader-<16 hex digits>`: the same for every vote of theirs, and no way back from it. The
 * key is none that the table's readers have: from the list of subscribers nobody can reckon who voted what.
 *
 * @param signingKey that of the mails' links; with another one, everybody votes anew
 */
export function voterOf(source: VoterSource, signingKey: string): string {
  if (source === 'operator') return 'operator';
  const [kind, id] =
    'subscriberId' in source ? (['reader', source.subscriberId] as const) : (['visitor', source.person] as const);
  const name = keyedHash('voter', `${kind}:${id}`, signingKey).toString('hex').slice(0, 16);
  return `${kind}-${name}`;
}
