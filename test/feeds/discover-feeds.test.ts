import { expect, it } from 'vitest';
import { discoverFeeds } from '../../lib/feeds/discover-feeds.ts';

const url = 'https://harbour.example/news/page';

it('finds the feeds that a page names, feeds of comments last', () => {
  const html = `<!DOCTYPE html><html><head>
    <link rel="alternate" type="application/rss+xml" title="Harbour » Comments Feed" href="https://harbour.example/comments/feed/">
    <link rel="stylesheet" href="/feed.css">
    <link rel="alternate" hreflang="de" href="https://harbour.example/de/feed-me">
    <LINK REL='Alternate' TYPE='application/atom+xml' HREF='/atom.xml?a=1&amp;b=2'/>
    <link href=rss.php type=text/xml rel=alternate>
    <link rel="alternate" type="application/json" href="https://harbour.example/wp-json/wp/v2/pages/2">
    <link rel="alternate" type="application/json+oembed" href="https://harbour.example/feed/oembed">
    <link rel="alternate" type="application/feed+json" href="feed.json">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    <link rel="alternate" type="application/rss+xml" href="/atom.xml?a=1&b=2">
  </head></html>`;
  expect(discoverFeeds(html, url)).toEqual([
    'https://harbour.example/atom.xml?a=1&b=2',
    'https://harbour.example/news/rss.php',
    'https://harbour.example/news/feed.json',
    'https://harbour.example/comments/feed/',
  ]);
});

it('counts from the base of the page', () => {
  const html = '<base href="/de/"><link rel="alternate" type="application/rss+xml" href="feed">';
  expect(discoverFeeds(html, url)).toEqual(['https://harbour.example/de/feed']);
});

it('finds nothing where nothing is named', () => {
  expect(discoverFeeds('<a href="/feed.xml">Feed</a>', url)).toEqual([]);
});

it('costs little on a page made of links', () => {
  const started = performance.now();
  for (const piece of [
    '<link rel="alternate" ',
    '<link>',
    '<base href=x>',
    '<link rel=alternate type=text/xml href=',
  ]) {
    discoverFeeds(piece.repeat(2_000_000 / piece.length), url);
  }
  expect(performance.now() - started).toBeLessThan(4_000);
});
