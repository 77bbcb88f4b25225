import { describe, expect, it } from 'vitest';
import { checkProgramToken } from '../../lib/access/check-program-token.ts';
import type { ProgramToken } from '../../lib/access/program-token.ts';
import { tokensAddCommand, tokensListCommand, tokensRevokeCommand } from '../../lib/cli/tokens.ts';
import { sampleProgramToken } from '../access/sample-access.ts';
import { createMemoryAccessStores } from '../fakes/memory-access-stores.ts';
import { recordedIo } from './recorded-io.ts';

const at = new Date('2026-08-28T09:00:00.000Z');

async function setUp(tokens: readonly ProgramToken[] = []) {
  const now = () => at;
  const { programTokenStore, rows } = createMemoryAccessStores(now);
  for (const token of tokens) await programTokenStore.add(token);
  return { programTokenStore, rows, now };
}

describe('tokens add', () => {
  it('prints a token that opens what it is for, and keeps no more than its hash', async () => {
    const needs = await setUp();
    const io = recordedIo();
    await tokensAddCommand('nightly-export', { scope: 'coverage:read, coverage:read' }, needs, io);
    const [text = ''] = io.out;
    const [, accessId = '', secret = ''] = /^vigil_([0-9a-f]{16})_([\w-]{43})$/.exec(text) ?? [];
    expect(needs.rows()).toEqual([
      {
        schemaVersion: 1,
        kind: 'token',
        accessId,
        name: 'nightly-export',
        scopes: ['coverage:read'],
        secretHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        createdAt: at.toISOString(),
        expiresAt: Date.parse('2026-11-26T09:00:00.000Z') / 1000,
      },
    ]);
    expect(JSON.stringify([needs.rows(), io.err])).not.toContain(secret);
    expect(io.err[0]).toContain(`made ${accessId} for nightly-export: coverage:read, until 2026-11-26.`);
    expect(await checkProgramToken(text, 'coverage:read', needs)).toBe('valid');
    expect(await checkProgramToken(text, 'feeds:read', needs)).toBe('out-of-scope');
  });

  it('gives the program the days that are asked for', async () => {
    const needs = await setUp();
    await tokensAddCommand('a', { scope: 'feeds:read,coverage:read', days: '1' }, needs, recordedIo());
    expect(needs.rows()).toMatchObject([
      { scopes: ['feeds:read', 'coverage:read'], expiresAt: at.getTime() / 1000 + 86_400 },
    ]);
  });

  it.each([
    ['a', { scope: 'coverage:write' }, '--scope coverage:write: give one or more of coverage:read, feeds:read'],
    ['a', { scope: '' }, '--scope : give one or more of'],
    ['a', { scope: 'feeds:read', days: '0' }, '--days 0: give a whole number from 1 to 365'],
    ['a', { scope: 'feeds:read', days: '366' }, '--days 366: give'],
    ['a', { scope: 'feeds:read', days: 'ten' }, '--days ten: give'],
    [' ', { scope: 'feeds:read' }, 'name: give a name'],
    ['a\nb', { scope: 'feeds:read' }, 'name: use printable characters'],
  ])('refuses %j with %o as wrong usage', async (name, options, message) => {
    const needs = await setUp();
    await expect(tokensAddCommand(name, options, needs, recordedIo())).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(message),
    });
    expect(needs.rows()).toEqual([]);
  });
});

describe('tokens list', () => {
  const used = sampleProgramToken({ lastUsedDay: '2026-08-27' });
  const revoked = sampleProgramToken({
    accessId: 'd'.repeat(16),
    name: 'old',
    scopes: ['coverage:read', 'feeds:read'],
    createdAt: '2026-08-01T00:00:00.000Z',
    revokedAt: '2026-08-20T00:00:00.000Z',
  });

  it('shows name, scopes, days and state', async () => {
    const io = recordedIo();
    await tokensListCommand({}, await setUp([used, revoked]), io);
    expect(io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['id', 'state', 'scopes', 'created', 'expires', 'last used', 'name'],
      [used.accessId, 'valid', 'coverage:read', '2026-08-28', '2026-11-26', '2026-08-27', 'nightly-export'],
      [revoked.accessId, 'revoked 2026-08-20', 'coverage:read,feeds:read', '2026-08-01', '2026-11-26', 'never', 'old'],
    ]);
    expect(io.err).toEqual(['2 tokens']);
  });

  it('gives the records with --json, without the hash', async () => {
    const io = recordedIo();
    await tokensListCommand({ json: true }, await setUp([used]), io);
    const { secretHash: _, ...told } = used;
    expect(JSON.parse(io.out[0] ?? '')).toEqual([told]);
  });
});

describe('tokens revoke', () => {
  const token = sampleProgramToken();
  it.each([token.accessId, `vigil_${token.accessId}_${'s'.repeat(43)}`])('ends the token named %s', async (name) => {
    const needs = await setUp([token]);
    const io = recordedIo();
    await tokensRevokeCommand(name, {}, needs, io);
    expect(needs.rows()).toEqual([{ ...token, revokedAt: at.toISOString() }]);
    expect(io.out).toEqual([`revoked ${token.accessId}: it opens nothing from now on`]);
  });

  it('says when there is none, or it was revoked before', async () => {
    const needs = await setUp([token]);
    await tokensRevokeCommand(token.accessId, {}, needs, recordedIo());
    await expect(tokensRevokeCommand(token.accessId, {}, needs, recordedIo())).rejects.toThrow('was revoked before');
    await expect(tokensRevokeCommand('e'.repeat(16), {}, needs, recordedIo())).rejects.toThrow(/: no such token/);
    await expect(tokensRevokeCommand('x', {}, needs, recordedIo())).rejects.toMatchObject({ exitCode: 2 });
  });
});
