import { expect, test } from 'vitest';
import { readWebAddress } from '../../lib/http/read-web-address.ts';

const rules = { allowedOrigins: new Set(['http://127.0.0.1:8099', 'http://localhost:8099']), urlChars: 200 };

test.each([
  ['ftp://example.org/', 'ftp: is not http or https'],
  ['file:///etc/passwd', 'file: is not http or https'],
  ['javascript:alert(1)', 'javascript: is not http or https'],
  ['data:text/html,x', 'data: is not http or https'],
  ['gopher://example.org/', 'gopher: is not http or https'],
  ['http://user@example.org/', 'contains a user name or password'],
  ['http://:secret@example.org/', 'contains a user name or password'],
  ['http://example.org@10.0.0.1/', 'contains a user name or password'],
  ['http://example.org:22/', "port 22 is not a web server's"],
  ['https://example.org:6379/', "port 6379 is not a web server's"],
  ['http://example.org\\@10.0.0.1/', 'contains a backslash or control character'],
  ['http:\\\\example.org/', 'contains a backslash or control character'],
  ['http://exa\tmple.org/', 'contains a backslash or control character'],
  ['http://example.org/\r\nHost: internal', 'contains a backslash or control character'],
  ['http://example.org/\x00', 'contains a backslash or control character'],
  ['http://', 'not an address'],
  ['example.org/feed', 'not an address'],
  ['', 'not an address'],
  ['http://exa mple.org/', 'not an address'],
  ['http://example.org:99999/', 'not an address'],
  [`http://example.org/${'a'.repeat(200)}`, 'longer than 200 characters'],
])('refuses %j: %s', (text, detail) => {
  expect(readWebAddress(text, rules)).toEqual({ status: 'refused', reason: 'not-a-web-address', detail });
});

test.each([
  ['http://example.org', 'http://example.org/'],
  ['HTTPS://Example.ORG:443/a?b=c#d', 'https://example.org/a?b=c'],
  ['http://example.org:8080/', 'http://example.org:8080/'],
  ['https://example.org:8443/', 'https://example.org:8443/'],
  ['http://example.org:443/', 'http://example.org:443/'],
  ['http://bücher.org/', 'http://xn--bcher-kva.org/'],
  ['https://ایران.net/', 'https://xn--mgba3a4f16a.net/'],
  ['http://example.org./', 'http://example.org./'],
  ['http://8.8.8.8/', 'http://8.8.8.8/'],
])('takes %j', (text, href) => {
  expect(String(readWebAddress(text, rules))).toBe(href);
});

test.each([
  ['http://127.0.0.1:8099/feed', 'http://127.0.0.1:8099/feed'],
  ['http://127.1:8099/feed', 'http://127.0.0.1:8099/feed'],
  ['http://localhost:8099/', 'http://localhost:8099/'],
])("takes %j because its origin is the operator's own", (text, href) => {
  expect(String(readWebAddress(text, rules))).toBe(href);
});

test.each(['http://127.0.0.1:8098/', 'https://127.0.0.1:8099/', 'http://127.0.0.1/', 'http://[::1]:8099/'])(
  "refuses %j, which is next to the operator's own origin",
  (text) => {
    expect(readWebAddress(text, rules)).toMatchObject({ status: 'refused' });
  },
);

test('refuses a user name even on the own origins', () => {
  expect(readWebAddress('http://x@127.0.0.1:8099/', rules)).toMatchObject({ reason: 'not-a-web-address' });
});
