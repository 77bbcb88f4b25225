import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOperatorAddress, operatorFetch } from '../../lib/http/operator-fetch.ts';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') return response.writeHead(302, { location: '/json' }).end();
    if (request.url === '/large') return response.end(Buffer.alloc(1_000_001));
    if (request.url === '/nothing') return response.writeHead(204).end();
    return response.setHeader('content-type', 'application/json').end(`{"method":"${request.method}"}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('what the operator’s server answers comes as it is', async () => {
  const response = await operatorFetch(`${origin}/json`, { method: 'POST' });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(await response.json()).toEqual({ method: 'POST' });
  expect((await operatorFetch(`${origin}/nothing`, {})).status).toBe(204);
});

test('a redirect is told and not followed, whatever the caller says', async () => {
  const response = await operatorFetch(`${origin}/moved`, { redirect: 'follow' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/json']);
});

test('an answer above a megabyte is given up', async () => {
  await expect(operatorFetch(`${origin}/large`, {})).rejects.toThrow('above 1000000 bytes');
});

test.each([
  ['https://sign-in.example/x', true],
  ['http://127.0.0.1:9000/', true],
  ['http://localhost/', true],
  ['http://[::1]:9000/', true],
  ['http://sign-in.example/', false],
  ['http://localhost.evil.example/', false],
  ['http://127.0.0.1@evil.example/', false],
  ['file:///etc/passwd', false],
  ['sign-in.example', false],
])('%s may be asked: %s', async (address, isAllowed) => {
  expect(isOperatorAddress(address)).toBe(isAllowed);
  if (!isAllowed) await expect(operatorFetch(address, {})).rejects.toThrow('only https, or http on this machine');
});
