import { expect, test } from 'vitest';
import type { Confirmation } from '../../lib/digest/confirmation.ts';
import type { ConfirmationStore } from '../../lib/digest/confirmation-store.ts';

const morning = new Date('2026-08-28T08:00:00.000Z');

const confirmation = (digit: string, changes: Partial<Confirmation> = {}): Confirmation => ({
  schemaVersion: 1,
  confirmationId: digit.repeat(32),
  purpose: 'change-address',
  address: `reader-${digit}@reader.example`,
  language: 'en',
  subscriberId: '00000000000000aa',
  state: 'waiting',
  tries: 0,
  askedAt: morning.toISOString(),
  expiresAt: morning.getTime() / 1000 + 259_200,
  ...changes,
});

/** What every ConfirmationStore keeps. */
export function keepsConfirmations(storeOf: (now: () => Date) => ConfirmationStore): void {
  test('a confirmation is kept once, and found until it expires', async () => {
    const clock = { now: morning };
    const store = storeOf(() => clock.now);
    expect(await store.add(confirmation('a'))).toBe(true);
    expect(await store.add(confirmation('a', { address: 'another@reader.example' }))).toBe(false);
    const own = async () => (await store.list()).filter(({ confirmationId }) => confirmationId.startsWith('aa'));
    expect([await store.get('a'.repeat(32)), await own()]).toEqual([confirmation('a'), [confirmation('a')]]);
    clock.now = new Date(morning.getTime() + 259_200_000);
    expect([await store.get('a'.repeat(32)), await own()]).toEqual([undefined, []]);
  });

  test('it moves on from the states that are named, and only once', async () => {
    const store = storeOf(() => morning);
    await store.add(confirmation('b'));
    const id = 'b'.repeat(32);
    expect(await store.move(id, ['claimed', 'sent'], { state: 'confirmed' })).toBe(false);
    expect(await store.move(id, ['waiting'], { state: 'claimed', tries: 1 })).toBe(true);
    expect(await store.move(id, ['waiting'], { state: 'claimed', tries: 1 })).toBe(false);
    expect(await store.move(id, ['claimed', 'sent'], { state: 'confirmed' })).toBe(true);
    expect(await store.get(id)).toEqual(confirmation('b', { state: 'confirmed', tries: 1 }));
    expect(await store.move('c'.repeat(32), ['waiting'], { state: 'claimed' })).toBe(false);
    expect(await store.get('c'.repeat(32))).toBeUndefined();
  });

  test('a mailbox that refused is known until its note expires', async () => {
    const clock = { now: morning };
    const store = storeOf(() => clock.now);
    const mailboxId = 'd'.repeat(32);
    expect(await store.refusalOf(mailboxId)).toBeUndefined();
    const expiresAt = morning.getTime() / 1000 + 60;
    await store.refuse({ schemaVersion: 1, mailboxId, reason: 'bounced', at: morning.toISOString(), expiresAt });
    const last = { schemaVersion: 1, mailboxId, reason: 'complained', at: morning.toISOString(), expiresAt } as const;
    await store.refuse(last);
    await store.refuse({ ...last, reason: 'bounced', at: '2026-08-28T09:00:00.000Z' });
    expect([await store.refusalOf(mailboxId), await store.refusalOf('e'.repeat(32))]).toEqual([last, undefined]);
    expect((await store.list()).some(({ confirmationId }) => confirmationId === mailboxId)).toBe(false);
    clock.now = new Date(morning.getTime() + 60_000);
    expect(await store.refusalOf(mailboxId)).toBeUndefined();
    const later = { ...last, reason: 'bounced', expiresAt: expiresAt + 600 } as const;
    await store.refuse(later);
    expect(await store.refusalOf(mailboxId)).toEqual(later);
  });

  test('a limit counts up to its most, with its gap between, each name by itself', async () => {
    const store = storeOf(() => morning);
    const rule = { most: 2, gapSeconds: 60, keepDays: 1 };
    const at = (seconds: number) => new Date(morning.getTime() + seconds * 1000);
    expect(await store.take('address/d', rule, at(0))).toBe(true);
    expect(await store.take('address/d', rule, at(59))).toBe(false);
    expect(await store.take('address/e', rule, at(59))).toBe(true);
    expect(await store.take('address/d', rule, at(60))).toBe(true);
    expect(await store.take('address/d', rule, at(600))).toBe(false);
    const ends = await Promise.all(
      Array.from({ length: 5 }, () => store.take('day/f', { ...rule, gapSeconds: 0 }, at(0))),
    );
    expect(ends.filter(Boolean)).toHaveLength(2);
  });
}
