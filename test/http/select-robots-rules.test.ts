import robotsParser from 'robots-parser';
import { expect, test } from 'vitest';
import { selectRobotsRules } from '../../lib/http/select-robots-rules.ts';

test('keeps what speaks to one program, and drops the rest', () => {
  const text = [
    'User-agent: other',
    'Disallow: /a',
    'Sitemap: https://news.org/map.xml',
    'User-agent: *',
    'Crawl-delay: 5',
    'Disallow: /b # why',
    'User-agent: Vigil/1.0',
    'User-agent: third',
    'Disallow: /c',
    'Allow: /c/d',
  ].join('\r\n');
  expect(selectRobotsRules(text, 'vigil')).toBe('user-agent: vigil\ndisallow: /c\nallow: /c/d');
  expect(selectRobotsRules(text, 'nobody')).toBe('user-agent: nobody\ncrawl-delay: 5\ndisallow: /b');
});

const parse = robotsParser as unknown as typeof robotsParser.default;
const HALF = 512 * 1024;
const fill = (unit: string, chars: number) => unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);
const address = `http://news.org/${'a'.repeat(4000)}`;

/** Milliseconds of CPU time of this thread to read 512 KiB of rules and judge the longest address. */
function judge(text: string): number {
  const start = process.threadCpuUsage();
  parse('http://news.org/robots.txt', selectRobotsRules(text, 'vigil')).isAllowed(address, 'vigil');
  return process.threadCpuUsage(start).user / 1000;
}

test.each([
  [
    'programs by the thousand before rules by the thousand',
    fill('user-agent: a\n', HALF / 2) + fill('allow:/\n', HALF / 2),
  ],
  ['our name by the thousand', fill('user-agent: vigil\n', HALF / 2) + fill('allow: /a\n', HALF / 2)],
  ['one rule with a wildcard at every other letter', `user-agent: *\ndisallow: ${fill('*a', HALF)}`],
  ['short rules with wildcards', `user-agent: *\n${fill('disallow: /*a*a*a*b\n', HALF)}`],
  ['long rules with a wildcard in front', `user-agent: *\n${fill(`disallow: *${'a'.repeat(3000)}b\n`, HALF)}`],
  ['long rules without wildcards', `user-agent: *\n${fill(`disallow: /${'a'.repeat(3000)}b\n`, HALF)}`],
  ['colons', fill(':', HALF)],
  ['line ends', fill('\r\n', HALF)],
])('judges an address within two seconds of CPU against %s', (_what, text) => {
  expect(judge(text)).toBeLessThan(2000);
});
