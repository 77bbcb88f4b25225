import { createProgramToken } from '../access/create-program-token.ts';
import { ProgramToken, Scope } from '../access/program-token.ts';
import type { ProgramTokenStore } from '../access/program-token-store.ts';
import { UserError } from '../errors.ts';
import { describeIssues } from '../feeds/parse-entries.ts';
import type { CommandIo } from './command-io.ts';
import { readDays } from './read-days.ts';
import { textTable } from './text-table.ts';

/** A program that nobody looks after should not read for ever. */
const MOST_DAYS = 365;

export interface TokensNeeds {
  programTokenStore: ProgramTokenStore;
  now: () => Date;
}

export interface TokensAddOptions {
  /** Scopes, comma-separated, as typed. */
  scope: string;
  /** As typed. */
  days?: string | number | undefined;
}

/** Makes a token for a program and prints it, this once: only its hash is kept. */
export async function tokensAddCommand(
  name: string,
  options: TokensAddOptions,
  { programTokenStore, now }: TokensNeeds,
  io: CommandIo,
): Promise<void> {
  const { text, kept } = createProgramToken(
    { name, scopes: readScopes(options.scope), days: readDays(options.days ?? 90, MOST_DAYS) },
    now(),
  );
  const parsed = ProgramToken.safeParse(kept);
  if (!parsed.success) throw new UserError(`${name}: ${describeIssues(parsed.error)}`, 2);
  if (!(await programTokenStore.add(parsed.data))) throw new UserError('the id is taken: run the command again');
  io.stdout(text);
  io.stderr(
    `made ${kept.accessId} for ${parsed.data.name}: ${kept.scopes.join(', ')}, until ${dayOf(kept.expiresAt)}. It is shown this once; send it as "Authorization: Bearer …"`,
  );
}

/** Prints the tokens that have not expired, the latest first. No secret and no hash of one is among it. */
export async function tokensListCommand(
  options: { json?: boolean | undefined },
  { programTokenStore }: Pick<TokensNeeds, 'programTokenStore'>,
  io: CommandIo,
): Promise<void> {
  const tokens = (await programTokenStore.list()).map(({ secretHash: _, ...told }) => told);
  if (options.json) return io.stdout(JSON.stringify(tokens, null, 2));
  if (tokens.length > 0) {
    const rows = tokens.map(({ accessId, revokedAt, scopes, createdAt, expiresAt, lastUsedDay, name }) => [
      accessId,
      revokedAt === undefined ? 'valid' : `revoked ${revokedAt.slice(0, 10)}`,
      scopes.join(','),
      createdAt.slice(0, 10),
      dayOf(expiresAt),
      lastUsedDay ?? 'never',
      name,
    ]);
    io.stdout(textTable(['id', 'state', 'scopes', 'created', 'expires', 'last used', 'name'], rows));
  }
  io.stderr(`${tokens.length} ${tokens.length === 1 ? 'token' : 'tokens'}`);
}

/** Ends a token at once and for good. */
export async function tokensRevokeCommand(
  idOrToken: string,
  _options: object,
  { programTokenStore, now }: TokensNeeds,
  io: CommandIo,
): Promise<void> {
  // Who has found a leaked token may give it whole.
  const accessId = /^(?:vigil_)?([0-9a-f]{16})(?:_|$)/.exec(idOrToken.trim())?.[1];
  if (accessId === undefined) throw new UserError('give the id of a token, 16 hex digits: "vigil tokens list"', 2);
  if (await programTokenStore.revoke(accessId, now().toISOString())) {
    return io.stdout(`revoked ${accessId}: it opens nothing from now on`);
  }
  const isRevoked = (await programTokenStore.get(accessId)) !== undefined;
  throw new UserError(
    isRevoked ? `${accessId} was revoked before` : `${accessId}: no such token; "vigil tokens list" shows them`,
  );
}

function readScopes(typed: string): Scope[] {
  const names = typed.split(',').map((scope) => scope.trim());
  return [...new Set(names)].map((name) => {
    const scope = Scope.safeParse(name);
    if (scope.success) return scope.data;
    throw new UserError(`--scope ${name}: give one or more of ${Scope.options.join(', ')}, comma-separated`, 2);
  });
}

const dayOf = (epochSeconds: number) => new Date(epochSeconds * 1000).toISOString().slice(0, 10);
