import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGuardedConnector, PrivateAddressError } from '../../lib/http/guarded-connector.ts';
import { isPublicAddress } from '../../lib/http/is-public-address.ts';
import { type PretendInternet, PUBLIC_ADDRESS, sendPage, startPretendInternet } from './pretend-internet.ts';

const FORBIDDEN_IPV4 = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.254', '100.64.0.1', '100.100.100.200', '100.127.255.254'],
  ...['127.0.0.1', '127.0.0.53', '127.255.255.254', '169.254.0.1', '169.254.169.254', '169.254.170.2', '172.16.0.1'],
  ...['172.31.255.254', '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.31.196.1', '192.52.193.1', '192.88.99.1'],
  ...['192.168.0.1', '192.168.255.254', '192.175.48.1', '198.18.0.1', '198.19.255.254', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '254.1.2.3', '255.255.255.255', '168.63.129.16'],
];

const FORBIDDEN_IPV6 = [
  ...['::', '::1', '0:0:0:0:0:0:0:1', '::2', 'fe80::1', 'febf::1', 'fec0::1', 'fc00::1', 'fd00::1', 'fd00:ec2::254'],
  ...['ff02::1', 'ff0e::1', '100::1', '2001::1', '2001:2::1', '2001:3::1', '2001:4:112::1', '2001:10::1', '2001:20::1'],
  ...['2001:30::1', '2001:1ff::1', '2001:db8::1', '2002::1', '2620:4f:8000::1', '3fff::1', '3ffe::1', '5f00::1'],
  ...['4000::1', '8000::1', 'e000::1', '64:ff9b:1::1', '2a00:1450:4001:800::5efe:a00:1', '2a00:1450::200:5efe:7f00:1'],
];

/** Other ways to write one IPv4 address, and the ways in which IPv6 carries it. */
function spellingsOf(address: string): string[] {
  const bytes = address.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = whole.toString(16).padStart(8, '0');
  const [high, low] = [hex.slice(0, 4), hex.slice(4)];
  const flipped = (0xffffffff - whole).toString(16).padStart(8, '0');
  return [
    `${whole}`,
    `0x${hex}`,
    `0${whole.toString(8)}`,
    bytes.map((byte) => `0x${byte.toString(16)}`).join('.'),
    bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `${address}.`,
    [...address].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
    address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    address.replaceAll('.', '。'),
    `[::ffff:${address}]`,
    `[::ffff:${high}:${low}]`,
    `[::${address}]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `[::ffff:0:${high}:${low}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${high}:${low}]`,
    `[2002:${high}:${low}::1]`,
    `[2001:0:4136:e378:8000:63bf:${flipped.slice(0, 4)}:${flipped.slice(4)}]`,
  ];
}

const LITERALS = [
  ...FORBIDDEN_IPV4,
  ...FORBIDDEN_IPV6.map((address) => `[${address}]`),
  ...['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.1.1', '100.64.0.1'].flatMap(spellingsOf),
];

const NAMES = [
  ...['localhost', 'LOCALHOST', 'localhost.', 'router', 'intranet', 'metadata.google.internal', 'printer.local'],
  ...['nas.home.arpa', 'a.localhost', 'db.internal.', 'host.docker.internal', 'news.corp', 'x.onion', 'instance-data'],
  ...['localhost..', '.localhost', 'news..org', 'ⓛocalhost', 'local\u00adhost', 'loc%61lhost', 'localhost。'],
];

let internet: PretendInternet;
beforeAll(async () => {
  internet = await startPretendInternet((_request, response) => sendPage(response));
});
afterAll(() => internet.close());

test(`dials none of ${LITERALS.length} private literals, however they are written`, async () => {
  expect(LITERALS.length).toBeGreaterThanOrEqual(120);
  const fetcher = internet.fetcher();
  const before = internet.dials.length;
  const reasons: Record<string, unknown> = {};
  for (const host of LITERALS) {
    for (const scheme of ['http', 'https']) {
      const outcome = await fetcher.fetch({ url: `${scheme}://${host}/latest/meta-data?key=1`, kind: 'feed' });
      reasons[`${scheme} ${host}`] = outcome.status === 'refused' ? outcome.reason : outcome;
    }
  }
  const expected = LITERALS.flatMap((host) => [`http ${host}`, `https ${host}`]);
  expect(reasons).toEqual(Object.fromEntries(expected.map((name) => [name, 'not-a-public-address'])));
  expect(internet.dials.length - before).toBe(0);
});

test('refuses the same literals again in the connector, where no rule on addresses came before', async () => {
  const dials: string[] = [];
  const needs = {
    resolve: async () => [],
    dial: async (address: string) => {
      dials.push(address);
      throw new Error('dialled');
    },
    connectSeconds: 1,
  };
  const passed: string[] = [];
  for (const host of LITERALS) {
    const connect = createGuardedConnector(new URL(`http://${host}/`), false, new AbortController().signal, needs);
    const error = await new Promise((resolve) => {
      connect({ hostname: '', protocol: 'http:', port: '' }, (...answer) => resolve(answer[0]));
    });
    if (!(error instanceof PrivateAddressError)) passed.push(host);
  }
  expect({ passed, dials }).toEqual({ passed: [], dials: [] });
});

test('refuses names that never stand in public DNS without asking for them', async () => {
  const fetcher = internet.fetcher();
  const questions = internet.questions.length;
  const outcomes = await Promise.all(NAMES.map((name) => fetcher.fetch({ url: `http://${name}/`, kind: 'feed' })));
  expect(outcomes.map((outcome) => outcome.status === 'refused' && outcome.reason)).toEqual(
    NAMES.map(() => 'not-a-public-address'),
  );
  expect(internet.questions.length - questions).toBe(0);
});

test('names the address it refused', async () => {
  expect(await internet.fetcher().fetch({ url: 'http://0x0a000001/', kind: 'page' })).toEqual({
    status: 'refused',
    reason: 'not-a-public-address',
    detail: 'not a public address: 10.0.0.1',
  });
});

test('dials public literals, and exactly these', async () => {
  const fetcher = internet.fetcher();
  const before = internet.dials.length;
  for (const host of ['93.184.216.34', '0x5db8d822', '[2a00:1450:4001:800::200e]', '100.63.255.255', '172.32.0.1']) {
    const outcome = await fetcher.fetch({ url: `http://${host}/`, kind: 'feed' });
    expect(outcome.status).toBe('fetched');
  }
  expect(internet.dials.slice(before)).toEqual([
    `${PUBLIC_ADDRESS} 80`,
    `${PUBLIC_ADDRESS} 80`,
    '2a00:1450:4001:800::200e 80',
    '100.63.255.255 80',
    '172.32.0.1 80',
  ]);
});

test('holds whatever is not a literal address for private', () => {
  const texts = ['', 'example.org', '1.2.3', '1.2.3.4.5', '0x7f.1', '08.8.8.8', '2a00:1450::1%eth0', '[2a00:1450::1]'];
  expect(texts.filter(isPublicAddress)).toEqual([]);
});
