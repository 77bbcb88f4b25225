import { escapeUTF8 } from 'entities';
import type { FeedSettings } from './feed.ts';
import { VIGIL_NAMESPACE } from './parse-opml.ts';

/** The list as OPML 2.0: what any feed reader understands, and our settings as attributes of our own. */
export function writeOpml(feeds: readonly FeedSettings[], title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:vigil="${VIGIL_NAMESPACE}">`,
    `  <head><title>${escapeUTF8(title)}</title></head>`,
    '  <body>',
    ...feeds.map((feed) => `    ${outlineOf(feed)}`),
    '  </body>',
    '</opml>',
  ].join('\n');
}

function outlineOf(feed: FeedSettings): string {
  const attributes: [string, string][] = [
    ['type', 'rss'],
    ['text', feed.title],
    ['title', feed.title],
    ['xmlUrl', feed.url],
    ['language', feed.language],
    ['category', feed.relation],
    ['vigil:outletId', feed.outletId],
    ['vigil:outletName', feed.outletName],
    ['vigil:relation', feed.relation],
    ['vigil:note', feed.note],
    ['vigil:intervalMinutes', String(feed.intervalMinutes)],
  ];
  return `<outline ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(' ')}/>`;
}

/** Line ends would come back as spaces, and the other control characters are not allowed in XML at all. */
function escapeAttribute(value: string): string {
  return escapeUTF8(value.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, ''))
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}
