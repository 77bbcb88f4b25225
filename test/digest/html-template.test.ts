import { expect, test } from 'vitest';
import { html, isolated, rawHtml, sentence } from '../../lib/digest/html-template.ts';
import { safeLink } from '../../lib/digest/safe-link.ts';

test('values are escaped, in text and in quoted attributes', () => {
  const value = `<b a="1" b='2'>&\``;
  expect(html`<p title="${value}">${value}</p>`.markup).toBe(
    '<p title="&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;&#96;">&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;&#96;</p>',
  );
});

test('markup of the template and of rawHtml stays, lists are joined, absent values print nothing', () => {
  const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${undefined}${null}${false}${0}${rawHtml('<hr>')}`.markup).toBe(
    '<ul><li>a</li><li>&lt;</li></ul>0<hr>',
  );
});

test('an object that looks like markup is escaped', () => {
  const forged = JSON.parse('{"markup":"<script>"}');
  expect(html`${forged}`.markup).toBe('[object Object]');
});

test('overrides are taken out of values, isolates of ours are put around', () => {
  expect(html`${'a\u202Eb'}${isolated('c\u2069<')}`.markup).toBe('ab\u2068c&lt;\u2069');
});

test.each([
  ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
  ['HTTP://A.example', 'http://a.example/'],
  ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
  ["https://a.example/?q='x'#`y`", 'https://a.example/?q=%27x%27#%60y%60'],
  ['https://a.example/کشتار', 'https://a.example/%DA%A9%D8%B4%D8%AA%D8%A7%D8%B1'],
  ['javascript:alert(1)', undefined],
  [' java\tscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//a.example/x', undefined],
  ['https://a.example@b.example/', undefined],
  ['not an address', undefined],
])('the link of %s is %s', (address, link) => {
  expect(safeLink(address)).toBe(link);
});

test('a sentence of ours keeps its isolates, and nothing else of what is not to be seen', () => {
  expect(sentence('from \u2068<A>\u2069 & \u202e\u2068B\u2069, \u2068open').markup).toBe(
    'from \u2068&lt;A&gt;\u2069 &amp; \u2068B\u2069, open',
  );
});
