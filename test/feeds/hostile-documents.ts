import { gzipSync } from 'node:zlib';

const feed = (body: string) => `<rss version="2.0"><channel><title>Harbour</title>${body}</channel></rss>`;
const item = (description: string) =>
  `<item><title>One</title><link>/1</link><pubDate>Tue, 05 Mar 2024 17:57:35 GMT</pubDate><description>${description}</description></item>`;

/** Documents that cost a naive reader seconds, gigabytes or its life. */
export const HOSTILE: Record<string, () => string | Uint8Array> = {
  'a million open tags': () => feed('<a>'.repeat(1_000_000)),
  'open tags closed by other names': () => feed('<a>'.repeat(400_000) + '</b>'.repeat(400_000)),
  'half a million divs in an item': () => feed(item('<div>'.repeat(500_000))),
  'two million brackets': () => feed('<'.repeat(2_000_000)),
  'two million brackets in a title': () => feed(`<item><title>${'<'.repeat(2_000_000)}</title></item>`),
  '200,000 attributes': () =>
    `<rss version="2.0" ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}><channel>${item('x')}`,
  'entities of entities': () =>
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1_000)}">${[...'bcdefghij']
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join('')}]>${feed(item('&j;'.repeat(1_000)))}`,
  'one entity half a million times': () =>
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1_000)}">]>${feed(item('&a;'.repeat(500_000)))}`,
  'x<p, 60,000 times': () => feed(item('x<p'.repeat(60_000))),
  'x&lt;p, 60,000 times': () => feed(item('x&lt;p'.repeat(60_000))),
  'x<p in a section': () => feed(item(`<![CDATA[${'x<p'.repeat(600_000)}]]>`)),
  '20 MB of 7,472 items': () => feed(item('y'.repeat(2_500)).repeat(7_472)),
  '20 MB in one title': () => feed(`<item><title>${'z '.repeat(10_000_000)}</title></item>`),
  'scripts in titles': () => feed(`<item><title><![CDATA[${'<script>'.repeat(5_000)}]]></title></item>`.repeat(100)),
  'sections that never end': () => feed(`<item><title>${'<![CDATA['.repeat(1_000_000)}`),
  'sections that all lose their end': () => feed('<item><title><![CDATA[x</title></item>'.repeat(300_000)),
  'sections in sections, closed once': () => feed('<item><title><![CDATA[<![CDATA[x]]>'.repeat(300_000)),
  'comments that never end': () => feed('<!--'.repeat(450_000)),
  'two million fields': () => feed(`<item>${'<x>1</x>'.repeat(1_500_000)}</item>`),
  'a million links': () => feed(`<item>${'<link>x</link>'.repeat(1_000_000)}</item>`),
  'tags with attributes that never end': () => feed('<a b '.repeat(2_000_000)),
  'a million bad quotes': () => feed('<a b="'.repeat(1_000_000)),
  'deep JSON': () => '{"items":['.repeat(1_000_000),
  'a million JSON items': () =>
    `{"version":"https://jsonfeed.org/version/1","items":[${'{"id":1},'.repeat(1_000_000)}]}`,
  'JSON text that never ends': () => `{"items":["${'\\'.repeat(10_000_000)}`,
  'a page of links': () => `<html>${'<link rel=alternate type=text/xml '.repeat(300_000)}`,
  noise: () => Array.from({ length: 300_000 }, (_, at) => String.fromCharCode((at * 7_919) % 0xd800)).join(''),
  'ends of sections': () => feed(']]>'.repeat(4_000_000)),
  'sections in small letters': () => feed(`<item>${'<![cdata[x'.repeat(1_000_000)}`),
  'blanks in tags': () => feed('< title> </ title >'.repeat(500_000)),
  'escaped as a whole': () => `&lt;rss&gt;${'&lt;item&gt;&amp;amp;'.repeat(500_000)}`,
  'escaped far behind': () => `${'<p>'.repeat(33_000)}${'&lt;'.repeat(2_000_000)}&lt;rss `,
  'items without a root': () => '<item>'.repeat(2_000_000),
  'declared entities without end': () => `<!DOCTYPE rss [${'<!ENTITY a "'.repeat(8_000)}]>${feed('x')}`,
  'two million half references': () => feed(`<item><title>${'&#x'.repeat(2_000_000)}</title>`),
  'dates of a megabyte': () => feed(`<item><pubDate>${'Mon, 1 '.repeat(150_000)}</pubDate></item>`.repeat(10)),
  'zones and digits': () => feed(`<item><pubDate>${'1:'.repeat(59)}</pubDate></item>`.repeat(50_000)),
  'addresses of a megabyte': () => feed(`<item><link>http://${'a.'.repeat(500_000)}</link></item>`.repeat(10)),
  'JSON of comments': () => `{"items":[${'/*'.repeat(4_000_000)}`,
  'JSON of short comments': () => `{"items":[${'/**/'.repeat(2_000_000)}`,
  'JSON of quotation marks': () => `{"items":[{"title":"${'"'.repeat(4_000_000)}`,
  'JSON of quotation marks and blanks': () => `{"items":[{"title":"${`"${' '.repeat(2_000)}`.repeat(4_000)}`,
  'JSON of quotation marks and commas': () => `{"items":[{"title":"${'" , a'.repeat(2_000_000)}`,
  'JSON of apostrophes': () => `{'items':[{'title':'${"'x".repeat(3_000_000)}`,
  'JSON of names': () => `{"items":[{${'a'.repeat(8_000_000)}`,
  'JSON of colons': () => `{"items":[{${':'.repeat(8_000_000)}`,
  'JSON of texts without names': () => `{"items":[{${'"a" '.repeat(2_000_000)}`,
  'JSON of half escapes': () => `{"items":["${'\\u'.repeat(4_000_000)}`,
  'JSON of brackets that close nothing': () => `{"items":[${'}]'.repeat(4_000_000)}`,
  '20 MB of JSON': () =>
    `{"version":"https://jsonfeed.org/version/1","items":[${`{"url":"https://a.example/","title":"${'z '.repeat(1_300)}",},`.repeat(7_472)}`,
  'a bomb of gzip': () => gzipSync(Buffer.alloc(200_000_000, '<rss><channel><item>')),
  'UTF-16 without end': () => Buffer.from(feed('<item><title>x'.repeat(500_000)), 'utf16le'),
  'bytes of no encoding': () =>
    Buffer.alloc(8_000_000, Uint8Array.from([0x3c, 0x72, 0x73, 0x73, 0x3e, 0x81, 0xfe, 0x40])),
};
