import { expect, test } from 'vitest';
import { feedText } from '../../lib/feeds/feed-text.ts';

test.each([
  ['plain text', 'One line', 'One line'],
  ['paragraphs of plain text', 'One\n\nTwo\nstill two', 'One\n\nTwo still two'],
  ['paragraphs of HTML', '<p>One <b>bold</b></p><p>Two</p>', 'One bold\n\nTwo'],
  ['line ends', 'One<br>Two<br/>Three', 'One\n\nTwo\n\nThree'],
  ['cells and terms', '<table><tr><td>a</td><td>b</td></tr></table><dl><dt>c</dt><dd>d</dd></dl>', 'a\n\nb\n\nc\n\nd'],
  ['entities', 'Tom &amp; Jerry &#8211; &laquo;x&raquo; 5 < 6', 'Tom & Jerry – «x» 5 < 6'],
  ['scripts and styles', 'a<script>alert("x")</script><style>p{}</style> b<iframe>no</iframe>', 'a b'],
  ['an open script', 'a <script>never closed <p>text', 'a'],
  ['stray closing tags', '</script>a</div></iframe> b', 'a b'],
  ['Persian with joiners', '<p>قتل‌عام\u00a0۱۳۶۷</p>', 'قتل‌عام ۱۳۶۷'],
  ['nothing', '<p> </p><img src="x.jpg">', ''],
])('reads %s', (_, markup, text) => {
  expect(feedText(markup)).toBe(text);
});

test('a megabyte is cut to 32,000 characters, and no character is cut in two', () => {
  const text = feedText(`<p>${'🕯'.repeat(250_000)}`);
  expect(text.length).toBeLessThanOrEqual(32_000);
  expect(text.startsWith('🕯')).toBe(true);
  expect(feedText(`<p>a${'🕯'.repeat(20_000)}`).isWellFormed()).toBe(true);
});
