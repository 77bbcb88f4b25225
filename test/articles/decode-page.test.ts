import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../lib/articles/decode-page.ts';

const german = 'Hinrichtungen – „Überlebende“ erzählen, was in Gefängnissen geschah, für später';
const arabic = 'أحيا مئات الأشخاص في باريس الذكرى الثلاثين لمجزرة السجناء السياسيين في إيران';
const metaTag = (charset: string) => `<meta charset="${charset}">`;

describe('decodePage', () => {
  test.each([
    ['UTF-8 beats a wrong header', 'utf-8', german, metaTag('utf-8'), 'text/html; charset=iso-8859-1'],
    ['UTF-8 beats a wrong meta', 'utf-8', german, metaTag('windows-1256'), 'text/html'],
    ['the header names the encoding', 'windows-1256', arabic, '', 'text/html; charset=windows-1256'],
    ['the meta names the encoding', 'windows-1256', arabic, metaTag('windows-1256'), 'text/html'],
    [
      'the meta beats a default header',
      'windows-1256',
      arabic,
      metaTag('windows-1256'),
      'text/html; charset=ISO-8859-1',
    ],
    ['latin-1 means windows-1252', 'windows-1252', german, metaTag('iso-8859-1'), 'text/html'],
    [
      'a http-equiv is read',
      'windows-1252',
      german,
      '<meta http-equiv=content-type content="text/html; charset=windows-1252">',
      '',
    ],
    ['the letters decide where nothing is declared', 'windows-1256', arabic, '', 'text/html'],
    ['UTF-16 is known by its mark', 'utf-16', german, '', 'text/html'],
    ['UTF-16 without a mark is known by its zeros', 'utf-16le', 'only letters', '', 'text/html'],
  ])('%s', (_, encoding, text, head, contentType) => {
    const page = `<html><head>${head}</head><body><p>${text}</p></body></html>`;
    const bytes = iconv.encode(page, encoding, { addBOM: encoding === 'utf-16' });
    expect(decodePage(bytes, contentType)).toBe(page);
  });

  test('keeps UTF-8 where a teaser was cut inside a character', () => {
    const bytes = Buffer.concat([Buffer.from(german), Buffer.from([0xc3]), Buffer.from(`<p>${german}</p>`)]);
    expect(decodePage(bytes, 'text/html; charset=utf-8')).toBe(`${german}\ufffd<p>${german}</p>`);
  });
});
