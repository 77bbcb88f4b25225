import { deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { cut, cutAt, type Damage, inAny, inJson, insertSome, inXml, place, some, utf8, whole } from './damage.ts';
import { pick } from './sound-feeds.ts';

/** Damage to what a document is written in: its bytes, its length, its JSON. */
export const DAMAGES_OF_BYTES: Record<string, Damage> = {
  'cut in a tag': cutAt(/<(?:title|link|pubDate|summary)\b/g, 3),
  'cut in an entity': cutAt(/&(?:amp|lt);/g, 2),
  'cut in a section': cutAt(/<!\[CDATA\[/g, 14),
  'cut in the mark of a section': cutAt(/<!\[CDATA\[/g, 5),
  'cut anywhere': (feed, random) => cut(feed, place(feed.text, random)),
  'single-quoted JSON': inJson((text) =>
    text.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => `'${inner.replaceAll("'", "\\'")}'`),
  ),
  'JSON keys without quotes': inJson((text) => text.replace(/"(\w+)":/g, (_, key: string) => `${key}:`)),
  'JSON with comments and last commas': inJson((text) =>
    text.replace(/\n(\s*)\}/g, ',\n$1}').replace(/\n(\s*)\{/g, '\n$1/* item */ { // one\n'),
  ),
  'another encoding declared': inXml((text, random) =>
    text.replace(
      /encoding="[^"]*"/i,
      `encoding="${pick(['iso-8859-1', 'windows-1251', 'utf-16', 'KOI8-R', 'x-none'], random)}"`,
    ),
  ),
  'another encoding in the header': (feed, random) => ({
    ...whole(feed, feed.text),
    contentType: `text/xml; charset=${pick(['iso-8859-1', 'us-ascii', 'windows-1256', '"utf-8', ''], random)}`,
  }),
  'a code page without a word': (feed, random) => {
    const encoding = pick(['windows-1252', 'windows-1256', 'windows-1251'], random);
    const text = feed.text.replace(/ encoding="[^"]*"/i, '').replaceAll('\u200c', '');
    const bytes = iconv.encode(text, encoding);
    if (iconv.decode(bytes, encoding) !== text) return undefined;
    return { bytes, items: feed.items.map((item) => ({ ...item, title: item.title.replaceAll('\u200c', '') })) };
  },
  'UTF-16 without a mark': (feed, random) => ({
    bytes: iconv.encode(feed.text, pick(['utf-16le', 'utf-16be'], random), { addBOM: false }),
    items: feed.items,
  }),
  // Not to be undone: nobody can know that it was not meant so.
  'encoded twice': (feed) => {
    const twice = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
    if (/[^\u0000-\u00ff]/.test(feed.text)) return undefined;
    return { bytes: utf8(twice(feed.text)), items: feed.items.map((item) => ({ ...item, title: twice(item.title) })) };
  },
  'byte order marks in the middle': inXml((text, random) =>
    some(text, />\s/g, 0.1, random, (found) => `${found}\ufeff`),
  ),
  'mixed line ends': inAny((text, random) => text.replace(/\n/g, () => pick(['\r', '\r\n', '\n\r', '\n'], random))),
  'a type of something else': (feed, random) => ({
    ...whole(feed, feed.text),
    contentType: pick(['text/html', 'image/png', 'application/octet-stream', 'application/json', 'text/xml'], random),
  }),
  'NUL bytes': inAny((text, random) => insertSome(text, '\u0000', random)),
  'control characters': inXml((text, random) => some(text, / /g, 0.02, random, () => ' \u0008\u001b')),
  'compressed, and nobody says so': (feed, random) => ({
    bytes: pick([gzipSync, deflateSync], random)(utf8(feed.text)),
    items: feed.items,
  }),
  'bytes lost': (feed, random) => {
    const bytes = utf8(feed.text);
    const kept = bytes.filter((_, at) => at < 300 || random() > 3 / bytes.length);
    return { bytes: kept, items: feed.items };
  },
  'bytes turned': (feed, random) => {
    const bytes = utf8(feed.text);
    return {
      bytes: bytes.map((byte, at) => (at < 300 || random() > 3 / bytes.length ? byte : Math.floor(random() * 256))),
      items: feed.items,
    };
  },
  'headers before it': inAny(
    (text) => `HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nServer: x\r\n\r\n${text}`,
  ),
  'lengths of chunks in it': inXml((text) =>
    [...(text.match(/[\s\S]{1,900}>(?=\s)|[\s\S]+$/g) ?? [])]
      .map((chunk) => `${utf8(chunk).length.toString(16)}\r\n${chunk}\r\n`)
      .join(''),
  ),
  'twice in a row': inAny((text) => text + text),
  'bytes of a code page among UTF-8': (feed, random) => {
    const bytes = [...utf8(feed.text)];
    for (const [at, byte] of bytes.entries()) if (byte === 0x3e && random() < 0.03) bytes.splice(at + 1, 0, 0x92);
    return { bytes: Uint8Array.from(bytes), items: feed.items };
  },
  'JSON with raw line breaks and bare quotation marks': inJson((text) =>
    text.replace(/<p>About [^"]*<\/p>/g, (found) => `<p class="x">"About",\n${found}, "he" said</p>`),
  ),
  'JSON without commas': inJson((text, random) => some(text, /,(?=\n)/g, 0.3, random, () => '')),
  'JSON cut in a string': (feed, random) => (feed.isXml ? undefined : cut(feed, place(feed.text, random))),
  'JSON in a callback': inJson((text) => `/**/callback(${text});`),
  'JSON with half a character': inJson((text) => text.replaceAll('<p>About', '<p>\\ud83d\\uXX About')),
  'JSON with numbers and words of its own': inJson((text) =>
    text.replaceAll('"url":', '"size": 0x1F, "rank": NaN, "more": undefined, "x": +.5, "url":'),
  ),
};
