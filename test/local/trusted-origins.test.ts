import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTrustedOrigins, trustOrigin } from '../../lib/local/trusted-origins.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('origins of this machine are trusted once, exactly', () => {
  const dataDir = temporaryFolder();
  const added = [
    'http://127.0.0.1:8099/feeds.json',
    'http://127.0.0.1:8099/other',
    'http://[::1]:8099/',
    'https://localhost/feed',
  ].map((url) => trustOrigin(dataDir, url));
  expect(added).toEqual(['http://127.0.0.1:8099', undefined, 'http://[::1]:8099', 'https://localhost']);
  expect(readTrustedOrigins(dataDir)).toEqual(['http://127.0.0.1:8099', 'http://[::1]:8099', 'https://localhost']);
});

test.each([
  'https://news.example/feed',
  'http://10.0.0.1/feed',
  'http://169.254.169.254/latest',
  'http://127.0.0.1.news.example/feed',
  'ftp://127.0.0.1/feed',
  'not an address',
])('%s is not trusted', (url) => {
  const dataDir = temporaryFolder();
  expect(trustOrigin(dataDir, url)).toBeUndefined();
  expect(readTrustedOrigins(dataDir)).toEqual([]);
});

test('a broken list is refused with what to do', () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'allowed-origins.json'), '["http://127');
  expect(() => readTrustedOrigins(dataDir)).toThrow(/allowed-origins\.json is broken: correct it .* or delete it/);
});
