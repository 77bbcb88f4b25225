import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebFetcher } from '../../lib/http/create-web-fetcher.ts';
import { dialAddress } from '../../lib/http/guarded-connector.ts';
import {
  type PretendInternet,
  PUBLIC_ADDRESS,
  pretendDial,
  sendPage,
  startPretendInternet,
} from './pretend-internet.ts';

/** /0 redirects to /1 on the next host, and so on to /5, which is a page. */
let internet: PretendInternet;
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => {
    const step = Number(request.url?.slice(1));
    if (step < 5) response.writeHead(302, { location: `http://step${step + 1}.news.org/${step + 1}` }).end();
    else sendPage(response);
  });
});
afterEach(() => internet.close());

const start = { url: 'http://step0.news.org/0', kind: 'feed' } as const;
const isPrivateDial = (dial: string) => !dial.startsWith(PUBLIC_ADDRESS);

test('resolves every name of a chain once and dials the answer', async () => {
  const outcome = await internet.fetcher().fetch(start);
  expect(outcome).toMatchObject({ status: 'fetched', url: 'http://step5.news.org/5' });
  expect(internet.questions).toEqual([0, 1, 2, 3, 4, 5].map((step) => `step${step}.news.org`));
  expect(internet.dials).toEqual(Array(6).fill(`${PUBLIC_ADDRESS} 80`));
});

describe.each([0, 1, 2, 3, 4, 5])('at step %i of a chain', (step) => {
  const bad = `step${step}.news.org`;

  test.each([
    ['a private answer', ['10.0.0.1']],
    ['a private answer after a public one', [PUBLIC_ADDRESS, '192.168.0.1']],
    ['a private answer before a public one', ['169.254.169.254', PUBLIC_ADDRESS]],
    ['an IPv4 address inside IPv6', [PUBLIC_ADDRESS, '::ffff:8.8.8.8']],
    ['the loopback of IPv6', ['::1']],
    ['something that is no address', ['internal-name']],
  ])('refuses %s without dialling', async (_what, answers) => {
    internet.names.set(bad, [answers]);
    expect(await internet.fetcher().fetch(start)).toMatchObject({
      status: 'refused',
      reason: 'not-a-public-address',
    });
    expect(internet.dials).toEqual(Array(step).fill(`${PUBLIC_ADDRESS} 80`));
  });

  test('judges a name anew when it changes its answer from one request to the next', async () => {
    internet.names.set(bad, [[PUBLIC_ADDRESS], ['127.0.0.1']]);
    const fetcher = internet.fetcher();
    expect(await fetcher.fetch(start)).toMatchObject({ status: 'fetched' });
    expect(await fetcher.fetch(start)).toMatchObject({ status: 'refused', reason: 'not-a-public-address' });
    expect(internet.dials.filter(isPrivateDial)).toEqual([]);
  });

  test('sends nothing over a connection that ended elsewhere than it was dialled to', async () => {
    let dials = 0;
    const fetcher = internet.fetcher({
      dial: (address, _port, signal) =>
        dials++ < step ? pretendDial(address, internet.port, signal) : dialAddress('127.0.0.1', internet.port, signal),
    });
    expect(await fetcher.fetch(start)).toEqual({
      status: 'refused',
      reason: 'not-a-public-address',
      detail: `the connection to ${bad} went to 127.0.0.1 instead of ${PUBLIC_ADDRESS}`,
    });
    expect(internet.requests.length).toBe(step);
  });
});

test('tries the next answer when the first does not take connections', async () => {
  internet.names.set('step0.news.org', [['93.184.216.1', '93.184.216.2']]);
  const dialled: string[] = [];
  const fetcher = internet.fetcher({
    dial: async (address) => {
      dialled.push(address);
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    },
  });
  expect(await fetcher.fetch(start)).toEqual({
    status: 'failed',
    reason: 'unreachable',
    detail: 'step0.news.org refuses connections',
  });
  expect(dialled).toEqual(['93.184.216.1', '93.184.216.2']);
});

test('sends nothing to a public address other than the one it dialled', async () => {
  const fetcher = internet.fetcher({
    dial: (_address, _port, signal) => pretendDial('8.8.8.8', internet.port, signal),
  });
  expect(await fetcher.fetch(start)).toEqual({
    status: 'refused',
    reason: 'not-a-public-address',
    detail: `the connection to step0.news.org went to 8.8.8.8 instead of ${PUBLIC_ADDRESS}`,
  });
  expect(internet.requests).toEqual([]);
});

test('reports a name that does not resolve', async () => {
  const fetcher = internet.fetcher({
    resolve: async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    },
  });
  expect(await fetcher.fetch({ url: 'http://no.news.org/?token=1', kind: 'page' })).toEqual({
    status: 'failed',
    reason: 'unreachable',
    detail: 'robots.txt cannot be read, so that nothing is asked for now: the name no.news.org does not resolve',
  });
});

test("reaches the operator's own origin by name, with the machine's resolver", async () => {
  const origin = `http://localhost:${internet.port}`;
  const fetcher = createWebFetcher({
    contactUrl: 'https://monitor.example/',
    hostGapSeconds: 0,
    allowedOrigins: [origin],
  });
  expect(await fetcher.fetch({ url: `${origin}/5`, kind: 'feed' })).toMatchObject({ status: 'fetched' });
  expect(await fetcher.fetch({ url: `http://127.0.0.1:${internet.port}/5`, kind: 'feed' })).toMatchObject({
    status: 'refused',
  });
});
