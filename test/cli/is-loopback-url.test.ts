import { describe, expect, it } from 'vitest';
import { isLoopbackUrl, isSameLoopbackServer } from '../../lib/cli/is-loopback-url.ts';

describe('isLoopbackUrl', () => {
  it.each([
    ['http://127.0.0.1:8099/feeds.json', true],
    ['http://127.9.9.9/', true],
    ['http://2130706433/', true],
    ['http://0x7f.1/', true],
    ['http://localhost:8099/', true],
    ['http://LOCALHOST/', true],
    ['http://news.localhost/', true],
    ['http://[::1]:8099/', true],
    ['http://127.0.0.1.example.org/', false],
    ['http://localhost.example.org/', false],
    ['http://mylocalhost/', false],
    ['http://10.0.0.1/', false],
    ['http://[::ffff:127.0.0.1]/', false],
    ['no address', false],
  ])('says of %s: %s', (url, expected) => {
    expect(isLoopbackUrl(url)).toBe(expected);
  });
});

describe('isSameLoopbackServer', () => {
  it.each([
    ['http://localhost:8099/feeds.json', 'http://127.0.0.1:8099/feed/a', true],
    ['http://127.0.0.1:8099/', 'http://127.0.0.1:8100/', false],
    ['http://127.0.0.1:8099/', 'https://127.0.0.1:8099/', false],
    ['https://lists.example.org/', 'http://127.0.0.1/', false],
    ['/home/feeds.json', 'http://127.0.0.1/', false],
  ])('compares %s with %s: %s', (a, b, expected) => {
    expect(isSameLoopbackServer(a, b)).toBe(expected);
  });
});
