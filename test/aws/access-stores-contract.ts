import { expect, test } from 'vitest';
import type { ProgramTokenStore } from '../../lib/access/program-token-store.ts';
import type { SessionStore } from '../../lib/access/session-store.ts';
import { sampleProgramToken, sampleSession } from '../access/sample-access.ts';

const morning = new Date('2026-08-28T09:00:00.000Z');
const evening = new Date('2026-08-28T20:00:00.000Z');
const nextYear = new Date('2027-08-28T09:00:00.000Z');

/** What every SessionStore keeps; both stores are of one table. */
export function keepsSessions(storesOf: (now: () => Date) => { sessionStore: SessionStore }): void {
  const session = (digit: string, changes: Parameters<typeof sampleSession>[0] = {}) =>
    sampleSession({ accessId: digit.repeat(64), ...changes });

  test('a session is found until it expires, by its id alone', async () => {
    const clock = { now: morning };
    const { sessionStore } = storesOf(() => clock.now);
    expect(await sessionStore.add(session('1'))).toBe(true);
    expect(await sessionStore.get(session('1').accessId)).toEqual(session('1'));
    expect(await sessionStore.get(session('2').accessId)).toBeUndefined();
    clock.now = evening;
    expect(await sessionStore.get(session('1').accessId)).toBeUndefined();
  });

  test('a session is opened once, and nothing takes its place', async () => {
    const { sessionStore } = storesOf(() => morning);
    await sessionStore.add(session('3'));
    expect(await sessionStore.add(session('3', { subject: 'somebody-else' }))).toBe(false);
    expect(await sessionStore.get(session('3').accessId)).toEqual(session('3'));
  });

  test('an ended session is gone at once, and ending it again says so', async () => {
    const { sessionStore } = storesOf(() => morning);
    await sessionStore.add(session('4'));
    expect(await sessionStore.end(session('4').accessId)).toBe(true);
    expect(await sessionStore.get(session('4').accessId)).toBeUndefined();
    expect(await sessionStore.end(session('4').accessId)).toBe(false);
  });

  test('the list holds those that stand, the latest first', async () => {
    const clock = { now: morning };
    const { sessionStore } = storesOf(() => clock.now);
    const late = session('6', { createdAt: '2026-08-28T08:30:00.000Z', expiresAt: evening.getTime() / 1000 + 60 });
    await sessionStore.add(session('5'));
    await sessionStore.add(late);
    const own = async () => (await sessionStore.list()).filter(({ accessId }) => /^[56]/.test(accessId));
    expect(await own()).toEqual([late, session('5')]);
    clock.now = evening;
    expect(await own()).toEqual([late]);
  });
}

/** What every ProgramTokenStore keeps. */
export function keepsProgramTokens(
  storesOf: (now: () => Date) => { sessionStore: SessionStore; programTokenStore: ProgramTokenStore },
): void {
  const token = (digit: string, changes: Parameters<typeof sampleProgramToken>[0] = {}) =>
    sampleProgramToken({ accessId: digit.repeat(16), ...changes });
  const day = '2026-08-28';
  const at = '2026-08-28T09:00:00.000Z';

  test('a token is found until it expires', async () => {
    const clock = { now: morning };
    const { programTokenStore } = storesOf(() => clock.now);
    expect(await programTokenStore.add(token('1'))).toBe(true);
    expect(await programTokenStore.add(token('1', { name: 'another' }))).toBe(false);
    expect(await programTokenStore.get(token('1').accessId)).toEqual(token('1'));
    clock.now = nextYear;
    expect(await programTokenStore.get(token('1').accessId)).toBeUndefined();
    expect((await programTokenStore.list()).map(({ accessId }) => accessId)).not.toContain(token('1').accessId);
  });

  test('a use is noted, and revoking keeps the token as revoked for ever', async () => {
    const { programTokenStore } = storesOf(() => morning);
    await programTokenStore.add(token('2'));
    expect(await programTokenStore.noteUse(token('2').accessId, day)).toBe(true);
    expect(await programTokenStore.revoke(token('2').accessId, at)).toBe(true);
    const revoked = token('2', { lastUsedDay: day, revokedAt: at });
    expect(await programTokenStore.revoke(token('2').accessId, '2026-08-29T09:00:00.000Z')).toBe(false);
    expect(await programTokenStore.noteUse(token('2').accessId, '2026-08-29')).toBe(false);
    expect(await programTokenStore.get(token('2').accessId)).toEqual(revoked);
    expect((await programTokenStore.list()).filter(({ accessId }) => accessId === revoked.accessId)).toEqual([revoked]);
  });

  test('what is not there is neither used nor revoked, nor brought into being', async () => {
    const { programTokenStore } = storesOf(() => morning);
    const { accessId } = token('3');
    expect(await programTokenStore.noteUse(accessId, day)).toBe(false);
    expect(await programTokenStore.revoke(accessId, at)).toBe(false);
    expect(await programTokenStore.get(accessId)).toBeUndefined();
  });

  test('the list is of tokens, the latest first', async () => {
    const { programTokenStore } = storesOf(() => morning);
    const later = token('5', { createdAt: '2026-08-28T08:30:00.000Z' });
    await programTokenStore.add(token('4'));
    await programTokenStore.add(later);
    const own = (await programTokenStore.list()).filter(({ accessId }) => /^[45]/.test(accessId));
    expect(own).toEqual([later, token('4')]);
  });

  test('neither store takes the other’s rows for its own', async () => {
    const { sessionStore, programTokenStore } = storesOf(() => morning);
    const session = sampleSession({ accessId: 'd'.repeat(64) });
    await sessionStore.add(session);
    await programTokenStore.add(token('d'));
    expect(await programTokenStore.get(session.accessId)).toBeUndefined();
    expect(await sessionStore.get(token('d').accessId)).toBeUndefined();
    expect(await sessionStore.end(token('d').accessId)).toBe(false);
    expect(await programTokenStore.revoke(session.accessId, at)).toBe(false);
    expect(await sessionStore.get(session.accessId)).toEqual(session);
  });
}
