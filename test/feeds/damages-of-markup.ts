import { type Damage, escapeMarkup, inAny, inXml, some } from './damage.ts';
import { pick } from './sound-feeds.ts';

/** Damage to tags, sections and references, and text around the document, as publishers' programs do it. */
export const DAMAGES_OF_MARKUP: Record<string, Damage> = {
  'tags in capitals': inXml((text) => text.replace(/<\/?[\w:]+/g, (tag) => tag.toUpperCase())),
  'tags in mixed case': inXml((text, random) =>
    some(text, /<\/?\w+/g, 0.3, random, (tag) => tag.replace(/\w/, (letter) => letter.toUpperCase())),
  ),
  'closing tags missing': inXml((text, random) => some(text, /<\/\w+>/g, 0.06, random, () => '')),
  'every item unclosed': inXml((text) => text.replace(/<\/(?:item|entry)>/g, '')),
  'every field unclosed': inXml((text) =>
    text.replace(/<\/(?:title|link|guid|pubDate|dc:creator|dc:date|id|updated)>/g, ''),
  ),
  'namespaces missing': inXml((text) => text.replace(/ xmlns(?::\w+)?="[^"]*"/g, '')),
  'a warning before it': inAny(
    (text, random) =>
      pick(
        [
          '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/feed.php</b> on line <b>12</b><br />\n',
          'Notice: Undefined index: lang in /srv/feed.php on line 3\n\n',
          '<!-- cached by a plug-in > 10 s -->\n\n\n',
          '<html><body></body></html>\n',
          '\n\n  \ufeff',
        ],
        random,
      ) + text,
  ),
  'rubbish behind it': inAny(
    (text, random) =>
      text +
      pick(
        [
          '<!-- page took 0.2 s -->',
          '<script>var a = "<item>";</script>',
          '\u0000\u0000',
          '}}}',
          '</rss></rss>',
          text.slice(-300),
        ],
        random,
      ),
  ),
  'markup in titles': inXml((text, random) =>
    some(
      text,
      /(?<=<title[^<>]*>)[^<>]+(?=<\/title>)/g,
      0.5,
      random,
      (title) =>
        `${pick(['<b>', '<i class=x>', '<br>', '<span style="a:b">'], random)}${title}${pick(['</b>', '<br/>', '', '</i>'], random)}`,
    ),
  ),
  'sections in sections': inXml((text, random) =>
    some(text, /<!\[CDATA\[(?=<)/g, 0.4, random, () => '<![CDATA[<![CDATA['),
  ),
  'sections closed twice': inXml((text, random) => some(text, /\]\]>/g, 0.3, random, () => ']]>]]>')),
  'sections closed too early': inXml((text, random) => some(text, /<\/p><p>/g, 0.5, random, () => '</p>]]><p>')),
  'sections never closed': inXml((text, random) => some(text, /\]\]>/g, 0.2, random, () => '')),
  'references to no character': inXml((text, random) =>
    some(text, /(?=<\/title>)/g, 0.5, random, () =>
      pick(['&#0;', '&#x110000;', '&#99999999999;', '&#xD800;', '&#8;', '&#xFFFE;'], random),
    ),
  ),
  'entities unknown or unfinished': inXml((text, random) =>
    some(text, /(?=<\/description>|<\/summary>)/g, 0.8, random, () =>
      pick(['&nbsp', '&hellip;', '&none;', ' & ', '&#', '&;'], random),
    ),
  ),
  'ampersands in addresses': inXml((text) => text.replaceAll('&amp;', '&')),
  'attributes without quotes': inXml((text, random) =>
    some(text, /="[\w/:.-]+"/g, 0.3, random, (found) => found.replaceAll('"', '')),
  ),
  'quotation marks lost': inXml((text, random) => some(text, /(?<=\w)"(?=[ />])/g, 0.05, random, () => '')),
  'brackets lost': inXml((text, random) => some(text, />(?=\s)/g, 0.03, random, () => '')),
  'a declaration in the middle': inXml((text, random) =>
    some(text, /<(?:item|entry)\b/g, 0.2, random, (tag) => `<?xml version="1.0"?>${tag}`),
  ),
  'a document in a document': inXml(
    (text) => `<feedwrap><data>${text.replace(/<\?xml[^>]*>\s*/, '')}</data></feedwrap>`,
  ),
  'sections in small letters': inXml((text) => text.replaceAll('<![CDATA[', '<![cdata[')),
  'blanks in tags': inXml((text, random) =>
    some(text, /<\/?(?=(?:title|link|pubDate|item|entry)\b)/g, 0.2, random, (found) => `${found} `),
  ),
  'no root': inXml((text) => text.replace(/<\/?(?:rss|channel|feed|rdf:RDF)\b[^>]*>/g, '').replace(/<\?xml[^>]*>/, '')),
  'no channel': inXml((text) => text.replace(/<\/?channel\b[^>]*>/g, '')),
  'shown as a web page': inXml(
    (text) => `<!DOCTYPE html><html><head><title>feed</title></head><body><pre>${text}</pre></body></html>`,
  ),
  'escaped as a whole': inXml((text) => escapeMarkup(text)),
  'escaped as a whole in a web page': inXml((text) => `<html><body><pre>${escapeMarkup(text)}</pre></body></html>`),
  'printers’ quotation marks': inXml((text, random) =>
    some(text, /="[^"<>]*"/g, 0.3, random, (found) => found.replace(/"(.*)"/, '“$1”')),
  ),
  'its beginning lost': inXml((text) => text.slice(text.indexOf('xmlns'))),
  'a comment never closed': inXml((text, random) =>
    some(text, /<(?:item|entry)\b[^>]*>/g, 0.1, random, (tag) => `${tag}<!-- new `),
  ),
  'crossed closing tags': inXml((text, random) =>
    some(text, /<\/(?:title|description)>\s*<(?:link|guid)>/g, 0.2, random, (found) => found.replace('</', '</b></')),
  ),
  'ends of sections escaped': inXml((text, random) =>
    some(text, /\]\]>/g, 0.3, random, () => pick([']]&gt;', ']] >', ']]', ']>'], random)),
  ),
  'marks of sections escaped': inXml((text, random) =>
    some(text, /<!\[CDATA\[.*?\]\]>/g, 0.5, random, (found) => escapeMarkup(found)),
  ),
  'marks of sections misspelt': inXml((text, random) =>
    some(text, /<!\[CDATA\[/g, 0.5, random, () => pick(['<!CDATA[', '<[CDATA[', '<![Cdata[', '<![ CDATA ['], random)),
  ),
  'addresses broken over lines': inXml((text, random) =>
    some(text, /\/2026\//g, 0.5, random, () => pick(['/2026/\n', '/20\r\n   26/'], random)),
  ),
};
