import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleIdOf, canonicalUrl, feedIdOf } from '../../lib/feeds/canonical-url.ts';

describe('canonical URL', () => {
  it.each([
    ['https://Example.org:443/News/', 'https://example.org/News'],
    ['http://example.org:8080/a', 'http://example.org:8080/a'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a?utm_source=rss&utm_medium=feed&fbclid=x', 'https://example.org/a'],
    ['https://example.org/a?b=2&a=1&gclid=9&mc_cid=3', 'https://example.org/a?a=1&b=2'],
    ['https://example.org/a?id=7&amp;utm_source=x', 'https://example.org/a?id=7'],
    ['https://example.org/?p=123&ref=rss', 'https://example.org/?p=123'],
    ['https://example.org/a?ref=chapter-2', 'https://example.org/a?ref=chapter-2'],
    ['https://example.org/index.php?id=5', 'https://example.org/index.php?id=5'],
    ['https://example.org/news/index.php', 'https://example.org/news'],
    ['https://example.org/news/index.html#top', 'https://example.org/news'],
    ['https://example.org/#!/article/5', 'https://example.org/#!/article/5'],
    ['https://example.org/a/amp/', 'https://example.org/a'],
    ['https://example.org/amp/2024/a', 'https://example.org/2024/a'],
    ['https://example.org/a.amp.html?amp=1', 'https://example.org/a.html'],
    ['https://m.example.org/a', 'https://example.org/a'],
    ['https://fa.m.example.org/a', 'https://fa.example.org/a'],
    ['https://amp.example.co.uk/a', 'https://example.co.uk/a'],
    ['https://m.co/a', 'https://m.co/a'],
    ['https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a/amp', 'https://www.example.org/a'],
    ['https://www.google.com/amp/s/example.org/a', 'https://example.org/a'],
    ['https://www.google.com/url?rct=j&url=https://example.org/a%3Fid%3D4&ct=ga', 'https://example.org/a?id=4'],
    ['https://example.org//2024//a', 'https://example.org/2024/a'],
    ['https://web.archive.org/web/2020/https://example.org/', 'https://web.archive.org/web/2020/https://example.org'],
    ['https://example.org/a;jsessionid=0AF3?x=1', 'https://example.org/a?x=1'],
    ['https://example.org/خبر/%d8%a7%db%8c', 'https://example.org/%D8%AE%D8%A8%D8%B1/%D8%A7%DB%8C'],
    ['https://example.org/%D8%A7%DB', 'https://example.org/%D8%A7%DB'],
    ['https://example.org/%7Eann/%41%2F', 'https://example.org/~ann/A%2F'],
    ['https://خبر.example/a', 'https://xn--ngblk.example/a'],
    ['https://reporter:secret@example.org/a', 'https://example.org/a'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['not an address', 'not an address'],
  ])('makes %s into %s', (given, expected) => {
    expect(canonicalUrl(given)).toBe(expected);
  });

  it('keeps apart what differs in a parameter that can name an article', () => {
    const addresses = ['?p=1', '?p=2', '?id=1', '?article=1', '?storyid=1', '?1', '?page=1', '?s=1', '?n=1'];
    const canonical = addresses.map((query) => canonicalUrl(`https://example.org/${query}`));
    expect(new Set(canonical).size).toBe(addresses.length);
  });

  it('is the same when it is applied again', () => {
    const piece = fc.constantFrom(
      ...'/ // amp index.html index.php ? & = # #! utm_source=x amp=1 amp; id=3 %20 + %41 %d8%a7 %DB ä خبر . ; : @ m. .amp'.split(
        ' ',
      ),
      'cdn.ampproject.org/c/s/example.org',
      'www.google.com/url?q=https://example.org/',
      ';jsessionid=4',
    );
    const host = fc.constantFrom(
      'example.org',
      'm.example.org',
      'www.google.com',
      'a.cdn.ampproject.org',
      'x.amp.co.uk',
    );
    const built = fc
      .tuple(host, fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }))
      .map(([name, parts]) => `https://${name}/${parts.join('')}`);
    fc.assert(
      fc.property(
        fc.oneof(built, fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        (url) => {
          const once = canonicalUrl(url);
          expect(canonicalUrl(once)).toBe(once);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('costs no more than its length on long addresses', () => {
    const started = performance.now();
    for (const part of ['/amp', '/', '%d8', '&a', ';jsessionid=', '.amp', '&amp;', 'index.html/']) {
      canonicalUrl(`https://example.org/${part.repeat(2_000)}`);
      canonicalUrl(`https://example.org/?${part.repeat(1_000_000 / part.length)}`);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('ids', () => {
  it('are the same for http, https and www', () => {
    const ids = ['http://example.org/a', 'https://example.org/a', 'https://www.example.org/a'].map(articleIdOf);
    expect(new Set(ids)).toEqual(new Set(['94584207f807e901fa3f47eaaf3d3ff3']));
  });

  it('have the lengths that the records ask for', () => {
    expect(articleIdOf('https://example.org/b')).toMatch(/^[0-9a-f]{32}$/);
    expect(feedIdOf('https://example.org/feed')).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are one for a feed address with and without its final slash', () => {
    expect(feedIdOf('http://example.org/feed/')).toBe(feedIdOf('https://www.example.org/feed'));
    expect(feedIdOf('https://example.org/feed')).not.toBe(feedIdOf('https://example.org/feed2'));
  });
});
