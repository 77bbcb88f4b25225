import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestPreviewCommand } from '../../lib/cli/digest-preview.ts';
import type { Edition } from '../../lib/digest/edition.ts';
import { fakeWorld, sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { recordedIo } from './recorded-io.ts';

async function preview(options: Parameters<typeof digestPreviewCommand>[0], editions: Edition[] = []) {
  const world = fakeWorld({ subscribers: [sampleSubscriber({ language: 'fa' })], coverage: [sampleCoverage()] });
  world.clock.now = '2026-08-29T06:00:00.000Z';
  const out = await mkdtemp(join(tmpdir(), 'vigil-preview-'));
  const io = recordedIo();
  const { editionStore, ...needs } = world.needs;
  const get = async (editionId: string) => editions.find((edition) => edition.editionId === editionId);
  await digestPreviewCommand({ out, ...options }, { ...needs, editionStore: { get } }, io);
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
  });
});

test('the window is that of the edition where the reader has one of that date', async () => {
  const edition = {
    editionId: '00000000000000aa/2026-08-29',
    from: '2026-08-26T05:00:00.000Z',
    to: '2026-08-29T05:03:00.000Z',
  } as Edition;
  const { printed } = await preview({ subscriber: '00000000000000aa', date: '2026-08-29', json: true }, [edition]);
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ from: edition.from, to: edition.to });
});

test('an unknown reader and a date that is none are wrong usage', async () => {
  await expect(preview({ subscriber: 'nobody@reader.example' })).rejects.toMatchObject({ exitCode: 2 });
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
