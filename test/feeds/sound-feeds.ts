/** What a sound document says of one item. */
export interface SoundItem {
  link: string;
  title: string;
  published: string;
}

export interface SoundFeed {
  text: string;
  /** Without JSON: damage to tags makes no sense there. */
  isXml: boolean;
  items: SoundItem[];
}

/** Words of titles, one line a language; the first has letters that need escaping and quotation marks. */
const WORDS: readonly string[][] = [
  'Fish & chips “harbour” ferry council 5<6 vote islands storm price school bridge'.split(' '),
  'دادگاه گزارش سال‌های پرونده شهر باران مدرسه پل کشتی بندر شورا رأی'.split(' '),
  'محكمة تقرير السنة الملف المدينة المطر المدرسة الجسر السفينة الميناء المجلس'.split(' '),
  'Gericht Übung Straße Brücke Hafen Schüler Äpfel Größe Rat Fähre Öl Preis'.split(' '),
  'élection forêt garçon école théâtre pâques œuvre hôpital été château navire'.split(' '),
  'суд доклад город дождь школа мост корабль порт совет голос цена остров'.split(' '),
];

const ITEMS = 10;

export type Random = () => number;

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function soundItems(random: Random): SoundItem[] {
  const words = pick(WORDS, random);
  return Array.from({ length: ITEMS }, (_, at) => ({
    link: `https://harbour.example/2026/${at}-${Math.floor(random() * 1e6)}?id=${at}`,
    title: Array.from({ length: 3 + Math.floor(random() * 5) }, () => pick(words, random)).join(' '),
    published: new Date(Date.UTC(2026, 10, 20, at, Math.floor(random() * 60))).toISOString(),
  }));
}

/** A document of one of five formats, as its publisher meant it. */
export function soundFeed(random: Random): SoundFeed {
  const items = soundItems(random);
  const write = pick([writeRss, writeRss, writeAtom, writeRdf, writeJson], random);
  return { text: write(items, random), isXml: write !== writeJson, items };
}

function writeRss(items: readonly SoundItem[], random: Random): string {
  const inSection = random() < 0.5;
  const title = (text: string) => (inSection ? `<![CDATA[${text}]]>` : escaped(text));
  const entries = items.map(
    (item) => `    <item>
      <title>${title(item.title)}</title>
      <link>${escaped(item.link)}</link>
      <guid isPermaLink="false">${escaped(item.link)}</guid>
      <pubDate>${new Date(item.published).toUTCString()}</pubDate>
      <dc:creator>Staff</dc:creator>
      <description>${inSection ? `<![CDATA[<p>About ${item.title}</p>]]>` : escaped(`<p>About ${escaped(item.title)}</p>`)}</description>
      <content:encoded><![CDATA[<p>Much more &amp; longer</p><p>about it</p>]]></content:encoded>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>Harbour Gazette</title>
    <link>https://harbour.example/</link>
${entries.join('\n')}
  </channel>
</rss>
`;
}

function writeAtom(items: readonly SoundItem[]): string {
  const entries = items.map(
    (item) => `  <entry>
    <title type="html">${escaped(escaped(item.title))}</title>
    <link rel="alternate" type="text/html" href="${escaped(item.link)}"/>
    <id>${escaped(item.link)}</id>
    <published>${item.published}</published>
    <updated>${item.published}</updated>
    <summary type="html">${escaped(`<p>About ${escaped(item.title)}</p>`)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Harbour Gazette</title>
  <link href="https://harbour.example/"/>
${entries.join('\n')}
</feed>
`;
}

function writeRdf(items: readonly SoundItem[]): string {
  const entries = items.map(
    (item) => `<item rdf:about="${escaped(item.link)}">
<title>${escaped(item.title)}</title>
<link>${escaped(item.link)}</link>
<dc:date>${item.published}</dc:date>
<description>${escaped(`About ${item.title}`)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://harbour.example/"><title>Harbour Gazette</title><link>https://harbour.example/</link></channel>
${entries.join('\n')}
</rdf:RDF>
`;
}

function writeJson(items: readonly SoundItem[]): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour Gazette',
      home_page_url: 'https://harbour.example/',
      items: items.map(({ link, title, published }) => ({
        id: link,
        url: link,
        title,
        content_html: `<p>About ${title}</p>`,
        date_published: published,
      })),
    },
    null,
    2,
  );
}
