import type { SessionStore } from '../access/session-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { textTable } from './text-table.ts';

export interface SessionsNeeds {
  sessionStore: Pick<SessionStore, 'list' | 'end'>;
}

/** First digits of an id: enough to name a session, and nothing to open one with. */
const SHOWN_DIGITS = 12;

/** Prints who is signed in on which browsers, the latest first. */
export async function sessionsListCommand(
  options: { json?: boolean | undefined },
  { sessionStore }: SessionsNeeds,
  io: CommandIo,
): Promise<void> {
  const sessions = await sessionStore.list();
  if (options.json) return io.stdout(JSON.stringify(sessions, null, 2));
  if (sessions.length > 0) {
    const rows = sessions.map(({ accessId, createdAt, expiresAt, address, subject }) => [
      accessId.slice(0, SHOWN_DIGITS),
      minuteOf(createdAt),
      minuteOf(new Date(expiresAt * 1000).toISOString()),
      address ?? subject,
    ]);
    io.stdout(textTable(['id', 'since (UTC)', 'until', 'who'], rows));
  }
  io.stderr(`${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`);
}

/** Ends one session, named by its id, or all of one person, named by mail address or the issuer's own name. */
export async function sessionsEndCommand(
  idOrPerson: string,
  _options: object,
  { sessionStore }: SessionsNeeds,
  io: CommandIo,
): Promise<void> {
  const name = idOrPerson.trim();
  const isNamed = ({
    accessId,
    address,
    subject,
  }: {
    accessId: string;
    address?: string | undefined;
    subject: string;
  }) =>
    (name.length >= SHOWN_DIGITS && accessId.startsWith(name)) ||
    subject === name ||
    address?.toLowerCase() === name.toLowerCase();
  const named = (await sessionStore.list()).filter(isNamed);
  if (named.length === 0)
    throw new UserError(`${name}: nobody of this name is signed in; "vigil sessions list" shows who is`);
  for (const { accessId } of named) await sessionStore.end(accessId);
  io.stdout(
    `ended ${named.length} ${named.length === 1 ? 'session' : 'sessions'}; the account at the issuer is as it was`,
  );
}

const minuteOf = (at: string) => at.slice(0, 16).replace('T', ' ');
