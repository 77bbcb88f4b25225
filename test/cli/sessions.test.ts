import { describe, expect, it } from 'vitest';
import { sessionsEndCommand, sessionsListCommand } from '../../lib/cli/sessions.ts';
import { sampleSession } from '../access/sample-access.ts';
import { createMemoryAccessStores } from '../fakes/memory-access-stores.ts';
import { recordedIo } from './recorded-io.ts';

const reader = sampleSession();
const { address: _, ...nameless } = sampleSession({ accessId: 'b'.repeat(64), subject: 'somebody' });

async function setUp() {
  const stores = createMemoryAccessStores(() => new Date('2026-08-28T09:00:00.000Z'));
  for (const session of [reader, nameless]) await stores.sessionStore.add(session);
  return stores;
}

describe('sessions list', () => {
  it('shows who is signed in, by address where the issuer vouches for one', async () => {
    const io = recordedIo();
    await sessionsListCommand({}, await setUp(), io);
    expect(io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['id', 'since (UTC)', 'until', 'who'],
      ['aaaaaaaaaaaa', '2026-08-28 08:00', '2026-08-28 20:00', 'reader@newsroom.example'],
      ['bbbbbbbbbbbb', '2026-08-28 08:00', '2026-08-28 20:00', 'somebody'],
    ]);
    expect(io.err).toEqual(['2 sessions']);
  });

  it('gives the records with --json', async () => {
    const io = recordedIo();
    await sessionsListCommand({ json: true }, await setUp(), io);
    expect(JSON.parse(io.out[0] ?? '')).toEqual([reader, nameless]);
  });
});

describe('sessions end', () => {
  it.each([
    ['Reader@newsroom.example', [nameless]],
    ['aaaaaaaaaaaa', [nameless]],
    ['somebody', [reader]],
  ])('signs out %s and nobody else', async (name, left) => {
    const { sessionStore, rows } = await setUp();
    await sessionsEndCommand(name, {}, { sessionStore }, recordedIo());
    expect(rows()).toEqual(left);
  });

  it.each(['nobody@newsroom.example', 'a', ''])('says that %j is not signed in', async (name) => {
    const { sessionStore, rows } = await setUp();
    await expect(sessionsEndCommand(name, {}, { sessionStore }, recordedIo())).rejects.toThrow(/nobody of this name/);
    expect(rows()).toEqual([reader, nameless]);
  });
});
