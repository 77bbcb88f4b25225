import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestPreviewCommand } from '../../lib/cli/digest-preview.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { Edition } from '../../lib/digest/edition.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { fakeWorld, sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { recordedIo } from './recorded-io.ts';

/** What a preview may ask of a port: whatever reads. */
const READING = /^(get|list|latest|was)/;

/** The needs with every method that does not read, or sends, taken for a fault. */
function readingOnly<Needs extends object>(needs: Needs): Needs {
  const entries = Object.entries(needs).map(([name, port]) => {
    if (typeof port !== 'object' || port === null || Array.isArray(port) || name === 'settings') return [name, port];
    const methods = Object.entries(port).map(([method, run]) => {
      const refuse = () => {
        throw new Error(`a preview calls ${name}.${method}`);
      };
      return [method, READING.test(method) ? run : refuse];
    });
    return [name, Object.fromEntries(methods)];
  });
  return Object.fromEntries(entries);
}

async function preview(
  options: Parameters<typeof digestPreviewCommand>[0],
  editions: Edition[] = [],
  reader: Partial<Subscriber> = {},
  coverage: readonly Coverage[] = [sampleCoverage()],
) {
  const world = fakeWorld({ subscribers: [sampleSubscriber({ language: 'fa', ...reader })], coverage });
  world.clock.now = '2026-08-29T06:00:00.000Z';
  const out = await mkdtemp(join(tmpdir(), 'vigil-preview-'));
  const io = recordedIo();
  for (const edition of editions) world.editions.set(edition.editionId, edition);
  await digestPreviewCommand({ out, ...options }, readingOnly(world.needs), io);
  return { world, out, printed: io.out, remarks: io.err, html: () => readFile(join(out, 'digest.html'), 'utf8') };
}

test('both parts and the whole mail are written, their paths printed, nothing stored and nothing sent', async () => {
  const { world, out, printed, remarks, html } = await preview({});
  expect(printed).toEqual([['digest.html', 'digest.txt', 'digest.eml'].map((name) => join(out, name)).join('\n')]);
  expect(remarks).toEqual([
    '1 article: Families mark the anniversary of the 1988 prison executions (The Harbour Post)',
  ]);
  expect(await html()).toContain('Saturday 29 August 2026');
  expect(await readFile(join(out, 'digest.txt'), 'utf8')).toContain(sampleCoverage().url);
  expect([world.editions.size, world.sends.size, world.accepted.length]).toEqual([0, 0, 0]);
  expect((await world.needs.dayCountStore.list('2026-08-28', '2026-08-28')).length).toBe(0);
});

test("a reader's preview is in the reader's language, found by address or id", async () => {
  for (const subscriber of ['Reader@reader.example', '00000000000000aa'])
    expect(await (await preview({ subscriber })).html()).toContain('<html lang="fa" dir="rtl">');
});

test("a date means the 24 hours up to the reader's hour of that day", async () => {
  const { printed, out, html } = await preview({ subscriber: '00000000000000aa', date: '2026-08-30', json: true });
  expect(JSON.parse(printed[0] ?? '')).toEqual({
    subject: 'ویجیل: مطلب تازه‌ای نیست',
    from: '2026-08-29T05:00:00.000Z',
    to: '2026-08-30T05:00:00.000Z',
    bytes: Buffer.byteLength(await html()),
    html: join(out, 'digest.html'),
    text: join(out, 'digest.txt'),
    eml: join(out, 'digest.eml'),
    remarks: ['note: its window ends at 2026-08-30T05:00:00.000Z; shown is what is recorded so far'],
  });
});

test('the window is that of the edition where the reader has one of that date', async () => {
  const edition = {
    ...{ editionId: '00000000000000aa/2026-08-29', subscriberId: '00000000000000aa', localDate: '2026-08-29' },
    from: '2026-08-26T05:00:00.000Z',
    to: '2026-08-29T05:03:00.000Z',
  } as Edition;
  const { printed } = await preview({ subscriber: '00000000000000aa', date: '2026-08-29', json: true }, [edition]);
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ from: edition.from, to: edition.to });
});

test('an unknown reader and a date that is none are wrong usage', async () => {
  await expect(preview({ subscriber: 'nobody@reader.example' })).rejects.toMatchObject({
    exitCode: 2,
    message: '--subscriber nobody@reader.example: no such reader; see "vigil subscribers list"',
  });
  await expect(preview({ date: '29.8.2026' })).rejects.toMatchObject({ exitCode: 2 });
});

test('a folder that cannot be written is named', async () => {
  const out = import.meta.filename;
  await expect(preview({ out })).rejects.toMatchObject({
    name: 'UserError',
    exitCode: 1,
    message: `--out ${out}: cannot be written (EEXIST); choose another folder`,
  });
});

const READER = '00000000000000aa';
const editionOf = (time: string, changes: Partial<Edition> = {}) =>
  ({
    ...{ editionId: `${READER}/2026-08-29/${time}`, subscriberId: READER, localDate: '2026-08-29', state: 'done' },
    from: '2026-08-28T20:00:00.000Z',
    to: `2026-08-29T${time}:00.000Z`,
    ...changes,
  }) as Edition;
const en = { language: 'en' } as const;

test('a day with nothing is one line, and it is said when the reader would get no mail on such a day', async () => {
  const show = async (reader: Partial<Subscriber>) =>
    (await preview({ subscriber: READER }, [], { ...en, ...reader }, [])).remarks;
  const nothing = 'Vigil: no new coverage';
  const note = 'note: there is nothing to tell, and on such a day this reader gets no mail';
  expect([await show({}), await show({ quietDay: 'skip' }), await show({ quietDay: 'weekly', weekday: 1 })]).toEqual([
    [nothing],
    [`${nothing}\n${note} (quiet day: skip)`],
    [`${nothing}\n${note} (quiet day: weekly)`],
  ]);
});

test('on the day on which quiet days are gathered the preview tells of them', async () => {
  const quiet = (date: string) =>
    editionOf('05:00', { editionId: `${READER}/${date}`, localDate: date, outcome: 'skipped-quiet' });
  const reader = { ...en, quietDay: 'weekly', weekday: 6 } as const;
  const { out } = await preview({ subscriber: READER }, [quiet('2026-08-26'), quiet('2026-08-27')], reader, []);
  expect(await readFile(join(out, 'digest.txt'), 'utf8')).toContain('2 days');
});

test('an instant reader is shown what came since their last edition, of a date the last of several', async () => {
  const reader = { ...en, frequency: 'instant' } as const;
  const editions = [editionOf('04:00'), editionOf('05:30', { from: '2026-08-29T04:00:00.000Z' })];
  const now = await preview({ subscriber: READER, json: true }, editions, reader);
  expect(JSON.parse(now.printed[0] ?? '')).toMatchObject({
    ...{ from: '2026-08-29T05:30:00.000Z', to: '2026-08-29T06:00:00.000Z', subject: 'Vigil: no new coverage' },
    remarks: ['note: an instant reader; shown is what came since 2026-08-29T05:30:00.000Z'],
  });
  const dated = await preview({ subscriber: READER, date: '2026-08-29', json: true }, editions, reader);
  expect(JSON.parse(dated.printed[0] ?? '')).toMatchObject({
    ...{ from: '2026-08-29T04:00:00.000Z', to: '2026-08-29T05:30:00.000Z' },
    remarks: ['note: the last of 2 editions of that date'],
  });
  const first = await preview({ subscriber: READER, json: true }, [], reader);
  expect(JSON.parse(first.printed[0] ?? '')).toMatchObject({ from: '2026-08-28T06:00:00.000Z', remarks: [] });
});

test('a weekly reader is shown a week, and told when it is not theirs', async () => {
  const reader = { ...en, frequency: 'weekly', weekday: 6 } as const;
  const show = async (date: string) =>
    JSON.parse((await preview({ subscriber: READER, date, json: true }, [], reader)).printed[0] ?? '');
  expect(await show('2026-08-29')).toMatchObject({
    ...{ from: '2026-08-22T05:00:00.000Z', to: '2026-08-29T05:00:00.000Z', remarks: [] },
  });
  expect((await show('2026-08-28')).remarks).toEqual([
    "note: this reader's week ends on Saturday; shown are the seven days up to 2026-08-28",
  ]);
});

test('a reader who gets no mail is told as one, and a day that has not begun is wrong usage', async () => {
  const reader = { ...en, state: 'paused', stateAt: '2026-08-20T10:00:00.000Z' } as const;
  expect((await preview({ subscriber: READER }, [], reader)).remarks.join()).toMatch(
    /\nnote: this reader is paused since 2026-08-20 and gets no mail$/,
  );
  await expect(preview({ date: '2027-01-01' })).rejects.toMatchObject({
    exitCode: 2,
    message: '--date 2027-01-01: is in the future; nothing is recorded of it yet',
  });
});
