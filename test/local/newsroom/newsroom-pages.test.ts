import { afterAll, beforeAll, expect, test } from 'vitest';
import { escapeMarkup } from '../../../lib/local/newsroom/escape-markup.ts';
import { type Newsroom, startNewsroom } from '../../../lib/local/newsroom/newsroom-server.ts';
import { readOutlets } from '../../../lib/local/newsroom/read-outlets.ts';
import { readDeclaredText } from './read-declared-text.ts';

const now = new Date('2026-09-01T12:00:00Z');
const outlets = readOutlets();
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ now });
});
afterAll(() => newsroom.close());

const readText = (path: string) => readDeclaredText(`${newsroom.url}${path}`);

test('every page is served whole in the charset that it declares', async () => {
  for (const outlet of outlets) {
    for (const article of outlet.articles) {
      const { text, charset } = await readText(`/${outlet.id}/articles/${article.slug}`);
      const missing = [article.title, ...article.paragraphs].filter((part) => !text.includes(escapeMarkup(part)));
      expect({ slug: article.slug, charset, missing }).toEqual({
        slug: article.slug,
        charset: outlet.page.charset,
        missing: [],
      });
    }
  }
});

test('the Arabic daily sends windows-1256 bytes and the Spanish one names its charset in the page only', async () => {
  const arabic = await readText('/al-masar/articles/dhikra-majzarat-1988');
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(arabic.bytes)).toThrow(TypeError);

  const path = '/diario-del-estuario/articles/hace-38-anos-la-matanza-de-las-carceles';
  const spanish = await readText(path);
  expect((await fetch(`${newsroom.url}${path}`)).headers.get('content-type')).toBe('text/html');
  expect(spanish.charset).toBe('iso-8859-1');
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(spanish.bytes)).toThrow(TypeError);
});

test('Persian and Arabic pages run from right to left, the English desk of a Persian outlet does not', async () => {
  const opening = async (path: string) => /<html[^>]*>/.exec((await readText(path)).text)?.[0];
  expect(await opening('/radio-sepidar/articles/khavaran-families-barred')).toBe('<html lang="fa" dir="rtl">');
  expect(await opening('/al-masar/articles/dhikra-majzarat-1988')).toBe('<html lang="ar" dir="rtl">');
  expect(await opening('/radio-sepidar/articles/jurists-geneva-call-english')).toBe('<html lang="en" dir="ltr">');
});

test('the campaign page carries the debris of real pages among its paragraphs', async () => {
  const { text } = await readText('/justice-67/articles/38th-anniversary-conference-brussels');
  const debris = [
    '728 x 90',
    '_MG_4408',
    '%d bloggers like this:',
    'worldÕs',
    'Reporting by PMOI/MEK',
    '1988 Massacre</a>',
  ];
  expect(debris.filter((line) => !text.includes(line))).toEqual([]);
  const caption = 'Participants hold portraits of the victims of the 1988 massacre in Iran';
  expect(text.split(`<p>${caption}</p>`).length - 1).toBe(3);
});
