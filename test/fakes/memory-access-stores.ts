import type { ProgramToken } from '../../lib/access/program-token.ts';
import type { ProgramTokenStore } from '../../lib/access/program-token-store.ts';
import type { Session } from '../../lib/access/session.ts';
import type { SessionStore } from '../../lib/access/session-store.ts';

const latestFirst = (a: { createdAt: string }, b: { createdAt: string }) => b.createdAt.localeCompare(a.createdAt);

/** The table `access` in memory, as its two stores see it. `rows` holds what has expired too. */
export function createMemoryAccessStores(now: () => Date) {
  const rows = new Map<string, Session | ProgramToken>();
  const isLive = ({ expiresAt }: { expiresAt: number }) => expiresAt > now().getTime() / 1000;
  const find = <Kind extends 'session' | 'token'>(accessId: string, kind: Kind) => {
    const row = rows.get(accessId);
    return row?.kind === kind ? (row as Extract<Session | ProgramToken, { kind: Kind }>) : undefined;
  };
  const listOf = <Row extends Session | ProgramToken>(kind: Row['kind']) =>
    [...rows.values()].filter((row): row is Row => row.kind === kind && isLive(row)).sort(latestFirst);
  const live = <Row extends { expiresAt: number }>(row: Row | undefined) => (row && isLive(row) ? row : undefined);
  const add = async (row: Session | ProgramToken) => {
    if (rows.has(row.accessId)) return false;
    rows.set(row.accessId, row);
    return true;
  };
  const change = (accessId: string, changes: Partial<ProgramToken>) => {
    const token = find(accessId, 'token');
    if (!token || token.revokedAt !== undefined) return false;
    rows.set(accessId, { ...token, ...changes });
    return true;
  };

  const sessionStore: SessionStore = {
    add,
    get: async (accessId) => live(find(accessId, 'session')),
    end: async (accessId) => find(accessId, 'session') !== undefined && rows.delete(accessId),
    list: async () => listOf<Session>('session'),
  };
  const programTokenStore: ProgramTokenStore = {
    add,
    get: async (accessId) => live(find(accessId, 'token')),
    revoke: async (accessId, revokedAt) => change(accessId, { revokedAt }),
    noteUse: async (accessId, lastUsedDay) => change(accessId, { lastUsedDay }),
    list: async () => listOf<ProgramToken>('token'),
  };
  return { sessionStore, programTokenStore, rows: () => [...rows.values()] };
}
