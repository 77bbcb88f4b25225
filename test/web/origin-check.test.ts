import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { originCheck } from '../../lib/web/origin-check.ts';

const SECRET = 's'.repeat(48);

function statusOf(originSecret: string | undefined, headers: Record<string, string>) {
  const app = new Hono().use(originCheck(originSecret)).get('/', (c) => c.text('page'));
  return app.request('/', { headers });
}

test('behind a firewall only what came through it is answered', async () => {
  expect((await statusOf(SECRET, { 'x-vigil-origin': SECRET })).status).toBe(200);
  expect((await statusOf(SECRET, { 'x-vigil-origin': `${SECRET}s` })).status).toBe(403);
  expect((await statusOf(SECRET, {})).status).toBe(403);
});

test('without a firewall everything goes on', async () => {
  expect((await statusOf(undefined, {})).status).toBe(200);
});
