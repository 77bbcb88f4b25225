import { describe, expect, it } from 'vitest';
import { parseOpml } from '../../lib/feeds/parse-opml.ts';

const none = { outletId: undefined, outletName: undefined, note: undefined, intervalMinutes: undefined };

describe('parseOpml', () => {
  it('opens folders, and takes a folder or a category that is called like a relation as one', () => {
    const entries = parseOpml(`<?xml version="1.0"?>
      <opml version="1.1"><head><title>Mine</title></head><body>
        <outline text="State"><outline text="Politics">
          <outline type="rss" text="A &amp; B" xmlUrl="https://a.example/rss?x=1&amp;y=2&z=3" language="fa"/>
        </outline></outline>
        <outline text='Single' title='Better' xmlurl='https://b.example/atom' category="/world,/Rights/iran"></outline>
        <outline text="C" xmlUrl="https://c.example/" description="Why it is here"/>
      </body></opml>`);
    expect(entries).toEqual([
      { ...none, url: 'https://a.example/rss?x=1&y=2&z=3', title: 'A & B', language: 'fa', relation: 'State' },
      { ...none, url: 'https://b.example/atom', title: 'Better', language: undefined, relation: 'Rights' },
      {
        ...none,
        url: 'https://c.example/',
        title: 'C',
        language: undefined,
        relation: undefined,
        note: 'Why it is here',
      },
    ]);
  });

  it('keeps a feed without an address, so that it can be named, and drops folders and links', () => {
    const entries = parseOpml(
      '<opml><body><outline text="Folder"/><outline type="link" url="https://x.example/"/>' +
        '<outline type="RSS" text="Lost"/></body></opml>',
    );
    expect(entries).toEqual([{ ...none, url: undefined, title: 'Lost', language: undefined, relation: undefined }]);
  });

  it('reads what is there of a list that was cut off', () => {
    const entries = parseOpml('<opml><body><outline text="A" xmlUrl="https://a.example/rss"/><outline text="B" xmlU');
    expect(entries?.map(({ url }) => url)).toEqual(['https://a.example/rss']);
  });

  it.each([
    '',
    'plain text',
    '<html><body><outline xmlUrl="https://a.example/"/></body></html>',
    '<rss><channel/></rss>',
  ])('gives nothing for what is no OPML: %j', (text) => {
    expect(parseOpml(text)).toBeUndefined();
  });

  it('resolves no entity but those of XML', () => {
    const entries = parseOpml(
      '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
        '<opml><body><outline text="&b;&f;" xmlUrl="https://a.example/"/></body></opml>',
    );
    expect(entries?.map(({ title }) => title)).toEqual(['&b;&f;']);
  });

  it.each([
    ['outlines that are never closed', '<outline text="a" xmlUrl="https://a.example/">'],
    ['other elements that are never closed', '<a>'],
    ['closing tags without an opening one', '</outline></b>'],
    ['quotes that are never closed', '<outline text="'],
  ])('reads two megabytes of %s in under three seconds', (_name, unit) => {
    const document = `<opml><body>${unit.repeat(2_000_000 / unit.length)}`;
    const start = performance.now();
    parseOpml(document);
    // Measured 0.05 to 0.6 s; work that grows with the square of the length would take minutes.
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
