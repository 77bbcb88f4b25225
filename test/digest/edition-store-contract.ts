import { expect, test } from 'vitest';
import type { Edition } from '../../lib/digest/edition.ts';
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
    await storeOf().claimSend(newer.editionId, at);
    expect(await storeOf().latest(older.subscriberId)).toEqual(newer);
  });

  test('an edition becomes ready once, and keeps what was rendered first', async () => {
    const edition = newEdition();
    await storeOf().open(edition);
    const ready = { ...edition, ...rendered, state: 'ready' };
    expect(await storeOf().makeReady(edition.editionId, rendered)).toEqual(ready);
    expect(await storeOf().makeReady(edition.editionId, { ...rendered, subject: 'another' })).toEqual(ready);
    await storeOf().finish(edition.editionId, 'done');
    expect(await storeOf().makeReady(edition.editionId, rendered)).toEqual({ ...ready, state: 'done' });
  });

  test('one claim stands at a time; a claim given back can be taken again, and the tries are counted', async () => {
    const { editionId } = newEdition();
    expect(await storeOf().getSend(editionId)).toBeUndefined();
    expect(await storeOf().claimSend(editionId, at)).toBe(true);
    expect(await storeOf().claimSend(editionId, at)).toBe(false);
    await storeOf().endSend(editionId, { state: 'pending', at, reason: 'refused' });
    expect(await storeOf().claimSend(editionId, at)).toBe(true);
    expect(await storeOf().getSend(editionId)).toMatchObject({ state: 'claimed', tries: 2, claimedAt: at });
  });

  test.each(['sent', 'suppressed', 'failed'] as const)('a mail that is %s is claimed no more', async (state) => {
    const { editionId } = newEdition();
    await storeOf().claimSend(editionId, at);
    await storeOf().endSend(editionId, { state, at, ...(state === 'sent' && { messageId: 'mail-1' }) });
    expect(await storeOf().claimSend(editionId, at)).toBe(false);
    expect((await storeOf().getSend(editionId))?.state).toBe(state);
  });

  test('an end without a claim changes nothing', async () => {
    const { editionId } = newEdition();
    await storeOf().claimSend(editionId, at);
    await storeOf().endSend(editionId, { state: 'sent', at, messageId: 'mail-1' });
    await storeOf().endSend(editionId, { state: 'pending', at });
    expect(await storeOf().getSend(editionId)).toMatchObject({ state: 'sent', messageId: 'mail-1', sentAt: at });
  });

  test('an edition is left out once, from building alone, and is done without a mail', async () => {
    const edition = newEdition();
    await storeOf().open(edition);
    expect(await storeOf().skip(edition.editionId)).toBe(true);
    expect(await storeOf().skip(edition.editionId)).toBe(false);
    const skipped = { ...edition, state: 'done', outcome: 'skipped-quiet' };
    expect(await storeOf().get(edition.editionId)).toEqual(skipped);
    const rendered = { subject: 'Late', htmlKey: 'h', textKey: 't', coverageCount: 1 };
    expect(await storeOf().makeReady(edition.editionId, rendered)).toEqual(skipped);
  });

  test('editions since a date come newest first, those of one date in their order, without their mails', async () => {
    const { subscriberId, ...rest } = newEdition();
    const keys = ['2026-08-27', '2026-08-28', '2026-08-28t20260828090500', '2026-08-28t20260828100500', '2026-08-29'];
    for (const key of keys) {
      const editionId = `${subscriberId}/${key}`;
      await storeOf().open({ ...rest, subscriberId, editionId, localDate: key.slice(0, 10) });
      await storeOf().claimSend(editionId, rest.createdAt);
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
    await storeOf().open(made);
    await storeOf().makeReady(made.editionId, rendered);
    await storeOf().open(quiet);
    await storeOf().skip(quiet.editionId);
    expect((await storeOf().latestOfAll())?.editionId).toBe(made.editionId);
  });
}
