import { expect, test } from 'vitest';
import type { Edition, HeldEdition, Send } from '../../lib/digest/edition.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';

let subscribers = 0;

/** A building edition of a subscriber of its own, so that tests share a table without meeting. */
function newEdition(localDate = '2026-08-29', subscriberId?: string): Edition {
  subscribers += 1;
  const id = subscriberId ?? subscribers.toString(16).padStart(16, '0');
  return {
    schemaVersion: 1,
    editionId: `${id}/${localDate}`,
    subscriberId: id,
    localDate,
    state: 'building',
    from: '2026-08-28T05:00:00.000Z',
    to: '2026-08-29T05:00:00.000Z',
    createdAt: `${localDate}T05:00:00.000Z`,
  };
}

const rendered = { subject: '1 article', htmlKey: 'editions/a.html', textKey: 'editions/a.txt', coverageCount: 1 };
const at = '2026-08-29T05:00:01.000Z';
const until = '2026-08-29T05:04:01.000Z';
const later = '2026-08-29T05:05:01.000Z';

/** Opened and taken, as a run has it. */
async function takenEdition(store: EditionStore): Promise<HeldEdition> {
  const { editionId } = await store.open(newEdition());
  const held = await store.take(editionId, { at, until });
  if (held === undefined) throw new Error('a new edition could not be taken');
  return held;
}

/** What every EditionStore keeps, whatever stands behind it. */
export function keepsEditions(storeOf: () => EditionStore): void {
  test('a second opening gives the edition that stands', async () => {
    const edition = newEdition();
    expect(await storeOf().open(edition)).toEqual(edition);
    expect(await storeOf().open({ ...edition, to: '2026-08-29T06:00:00.000Z' })).toEqual(edition);
    expect(await storeOf().get(edition.editionId)).toEqual(edition);
  });

  test('the latest edition is the one of the newest local date, its mail notwithstanding', async () => {
    const older = newEdition('2026-08-28');
    const newer = newEdition('2026-08-29', older.subscriberId);
    expect(await storeOf().latest(older.subscriberId)).toBeUndefined();
    await storeOf().open(newer);
    await storeOf().open(older);
    await storeOf().claimSend({ editionId: newer.editionId, fence: 1 }, at);
    expect(await storeOf().latest(older.subscriberId)).toEqual(newer);
  });

  test('one run has an edition at a time; when its lease is over the next one takes it, with a higher fence', async () => {
    const edition = newEdition();
    await storeOf().open(edition);
    const first = { ...edition, fence: 1, leaseUntil: until };
    expect(await storeOf().take(edition.editionId, { at, until })).toEqual(first);
    expect(await storeOf().take(edition.editionId, { at, until })).toBeUndefined();
    const second = { ...edition, fence: 2, leaseUntil: '2026-08-29T05:09:01.000Z' };
    expect(await storeOf().take(edition.editionId, { at: later, until: second.leaseUntil })).toEqual(second);
    await storeOf().finish(edition.editionId, 'expired');
    const lateness = { at: '2026-08-29T06:00:00.000Z', until: '2026-08-29T06:04:00.000Z' };
    expect(await storeOf().take(edition.editionId, lateness)).toBeUndefined();
  });

  test('an edition becomes ready once, and keeps what was rendered first', async () => {
    const held = await takenEdition(storeOf());
    const ready = { ...held, ...rendered, state: 'ready' };
    expect(await storeOf().makeReady(held, rendered)).toEqual(ready);
    expect(await storeOf().makeReady(held, { ...rendered, subject: 'another' })).toEqual(ready);
    await storeOf().finish(held.editionId, 'done');
    expect(await storeOf().makeReady(held, rendered)).toEqual({ ...ready, state: 'done' });
  });

  test('who was overtaken makes nothing ready, leaves nothing out and closes nothing', async () => {
    const overtaken = await takenEdition(storeOf());
    const standing = await storeOf().take(overtaken.editionId, { at: later, until: later });
    expect(await storeOf().makeReady(overtaken, rendered)).toEqual(standing);
    expect(await storeOf().skip(overtaken)).toBe(false);
    expect(await storeOf().finish(overtaken.editionId, 'expired', overtaken.fence)).toBe(false);
    expect(await storeOf().get(overtaken.editionId)).toEqual(standing);
    expect(await storeOf().finish(overtaken.editionId, 'expired', standing?.fence)).toBe(true);
  });

  test('a proof stands over an edition that was closed, and nothing over a proof', async () => {
    const { editionId, fence } = await takenEdition(storeOf());
    const stateOf = async () => (await storeOf().get(editionId))?.state;
    expect(await storeOf().finish(editionId, 'expired')).toBe(true);
    expect(await storeOf().finish(editionId, 'expired')).toBe(false);
    expect(await storeOf().finish(editionId, 'done', fence)).toBe(false);
    expect([await storeOf().finish(editionId, 'done'), await stateOf()]).toEqual([true, 'done']);
    expect(await storeOf().finish(editionId, 'done')).toBe(false);
    expect([await storeOf().finish(editionId, 'expired'), await stateOf()]).toEqual([false, 'done']);
    expect(await storeOf().finish(newEdition().editionId, 'done')).toBe(false);
  });

  test('one claim stands at a time; a claim given back can be taken again, and the tries are counted', async () => {
    const { editionId } = newEdition();
    const held = { editionId, fence: 1, mailboxId: 'a'.repeat(32) };
    expect(await storeOf().getSend(editionId)).toBeUndefined();
    expect(await storeOf().claimSend(held, at)).toBe(true);
    expect(await storeOf().claimSend(held, at)).toBe(false);
    await storeOf().endSend(editionId, { state: 'pending', at, reason: 'refused' }, 1);
    const mailboxId = 'b'.repeat(32);
    expect(await storeOf().claimSend({ editionId, fence: 2, mailboxId }, at)).toBe(true);
    const claim = { state: 'claimed', tries: 2, claimedAt: at, fence: 2, mailboxId };
    expect(await storeOf().getSend(editionId)).toMatchObject(claim);
  });

  test('nobody gives back the claim of a later run', async () => {
    const { editionId } = newEdition();
    await storeOf().claimSend({ editionId, fence: 1 }, at);
    await storeOf().endSend(editionId, { state: 'pending', at }, 1);
    await storeOf().claimSend({ editionId, fence: 2 }, at);
    expect(await storeOf().endSend(editionId, { state: 'pending', at }, 1)).toBe(false);
    expect(await storeOf().getSend(editionId)).toMatchObject({ state: 'claimed', fence: 2 });
  });

  test.each(['sent', 'suppressed', 'failed'] as const)('a mail that is %s is claimed no more', async (state) => {
    const { editionId } = newEdition();
    await storeOf().claimSend({ editionId, fence: 1 }, at);
    await storeOf().endSend(editionId, { state, at, ...(state === 'sent' && { messageId: 'mail-1' }) });
    expect(await storeOf().claimSend({ editionId, fence: 2 }, at)).toBe(false);
    expect(await storeOf().retireSend(editionId, 'over')).toMatchObject({ state });
    expect((await storeOf().getSend(editionId))?.state).toBe(state);
  });

  test('an end without a claim changes nothing', async () => {
    const { editionId } = newEdition();
    await storeOf().claimSend({ editionId, fence: 1 }, at);
    await storeOf().endSend(editionId, { state: 'sent', at, messageId: 'mail-1' });
    await storeOf().endSend(editionId, { state: 'pending', at });
    expect(await storeOf().getSend(editionId)).toMatchObject({ state: 'sent', messageId: 'mail-1', sentAt: at });
  });

  test('a mail that was never claimed, or was given back, is retired, and nobody claims it any more', async () => {
    for (const isGivenBack of [false, true]) {
      const { editionId } = newEdition();
      if (isGivenBack) {
        await storeOf().claimSend({ editionId, fence: 1 }, at);
        await storeOf().endSend(editionId, { state: 'pending', at, reason: 'refused' }, 1);
      }
      const former = await storeOf().getSend(editionId);
      expect(await storeOf().retireSend(editionId, 'over')).toEqual(former);
      const tries = isGivenBack ? 1 : 0;
      expect(await storeOf().getSend(editionId)).toMatchObject({ editionId, state: 'failed', tries, reason: 'over' });
      expect(await storeOf().claimSend({ editionId, fence: 2 }, at)).toBe(false);
    }
  });

  test('a mail that is claimed is not retired', async () => {
    const { editionId } = newEdition();
    await storeOf().claimSend({ editionId, fence: 1 }, at);
    expect(await storeOf().retireSend(editionId, 'over')).toMatchObject({ state: 'claimed', fence: 1 });
    expect(await storeOf().getSend(editionId)).toMatchObject({ state: 'claimed' });
  });

  test('the operator gives a mail back and opens its edition again, unless either changed since it was read', async () => {
    const held = await takenEdition(storeOf());
    const { editionId } = held;
    await storeOf().claimSend(held, at);
    const read = { claimed: await storeOf().getSend(editionId), edition: held };
    await storeOf().endSend(editionId, { state: 'failed', at, reason: 'MessageRejected' });
    const failed = await storeOf().getSend(editionId);
    await storeOf().finish(editionId, 'expired');
    expect(await storeOf().giveBack(read.claimed as Send)).toBe(false);
    expect(await storeOf().giveBack(failed as Send)).toBe(true);
    expect(await storeOf().getSend(editionId)).toEqual({
      ...{ schemaVersion: 1, editionId, state: 'pending', tries: 0, fence: 1, reason: 'MessageRejected' },
    });
    expect(await storeOf().reopen(held)).toBe(false);
    expect(await storeOf().reopen({ ...held, state: 'expired' })).toBe(true);
    expect((await storeOf().get(editionId))?.state).toBe('building');
    await storeOf().makeReady(held, rendered);
    await storeOf().finish(editionId, 'done');
    expect(await storeOf().reopen({ ...held, ...rendered, state: 'done' })).toBe(true);
    expect((await storeOf().get(editionId))?.state).toBe('ready');
    expect(await storeOf().claimSend({ editionId, fence: 2 }, at)).toBe(true);
  });

  test('an edition is left out once, from building alone, and is done without a mail', async () => {
    const held = await takenEdition(storeOf());
    expect(await storeOf().skip(held)).toBe(true);
    expect(await storeOf().skip(held)).toBe(false);
    const skipped = { ...held, state: 'done', outcome: 'skipped-quiet' };
    expect(await storeOf().get(held.editionId)).toEqual(skipped);
    const late = { subject: 'Late', htmlKey: 'h', textKey: 't', coverageCount: 1 };
    expect(await storeOf().makeReady(held, late)).toEqual(skipped);
  });

  test('editions since a date come newest first, those of one date in their order, without their mails', async () => {
    const { subscriberId, ...rest } = newEdition();
    const keys = ['2026-08-27', '2026-08-28', '2026-08-28t20260828090500', '2026-08-28t20260828100500', '2026-08-29'];
    for (const key of keys) {
      const editionId = `${subscriberId}/${key}`;
      await storeOf().open({ ...rest, subscriberId, editionId, localDate: key.slice(0, 10) });
      await storeOf().claimSend({ editionId, fence: 1 }, rest.createdAt);
    }
    const idsOf = async (fromDate: string, most: number) =>
      (await storeOf().listRecent(subscriberId, { fromDate, most })).map(({ editionId }) => editionId.split('/')[1]);
    expect(await idsOf('2026-08-28', 9)).toEqual(keys.slice(1).toReversed());
    expect(await idsOf('2026-08-01', 2)).toEqual(keys.slice(3).toReversed());
    expect((await storeOf().latest(subscriberId))?.localDate).toBe('2026-08-29');
  });

  test('the newest of all is one that was made, where one of the newest was', async () => {
    const made = newEdition('2030-01-01');
    const quiet = newEdition('2030-01-02');
    for (const { editionId } of [await storeOf().open(made), await storeOf().open(quiet)]) {
      await storeOf().take(editionId, { at, until });
    }
    await storeOf().makeReady({ editionId: made.editionId, fence: 1 }, rendered);
    await storeOf().skip({ editionId: quiet.editionId, fence: 1 });
    expect((await storeOf().latestOfAll())?.editionId).toBe(made.editionId);
  });
}
