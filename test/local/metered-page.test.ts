import { expect, test } from 'vitest';
import { meteredPage } from '../../lib/local/metered-page.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';

test('the page at home answers as before, and its requests and bytes are counted', async () => {
  const usageStore = createMemoryUsageStore();
  const now = () => new Date('2026-11-28T08:00:00.000Z');
  const page = meteredPage(() => new Response('قتل', { status: 404, headers: { 'x-kept': 'yes' } }), {
    usageStore,
    now,
  });
  const response = await page(new Request('http://127.0.0.1/'));
  expect([response.status, response.headers.get('x-kept'), await response.text()]).toEqual([404, 'yes', 'قتل']);
  expect(await usageStore.list('2026-11-28', '2026-11-28')).toMatchObject([
    { stage: 'web', usage: { invocations: 1, pageRequests: 1, bytesSent: 6, writeUnits: 1 } },
  ]);
});
