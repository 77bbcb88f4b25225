import { expect, test } from 'vitest';
import { suspectName } from '../../lib/articles/boilerplate-name.ts';
import { expandPattern } from '../../lib/articles/expand-pattern.ts';
import { nameWords } from '../../lib/articles/name-words.ts';

test('a pattern stands for every text that it can be read as', () => {
  expect(expandPattern('ads?|by ?line|comments?( (list|area))?|reklam[ae]?')).toEqual(
    'ads,ad,by line,byline,comments list,comments area,comments,comment list,comment area,comment,reklama,reklame,reklam'.split(
      ',',
    ),
  );
});

test.each([
  ['relatedArticles js-share', ['related', 'articles', 'js', 'share']],
  ['TopStory__Body h2 ÄÖ', ['top', 'story', 'body', 'h2']],
  ['post-12 type-post category-newsletter author-admin hentry', ['hentry']],
  ['author-box', ['author', 'box']],
  ['', []],
])('%j has the words %j', (names, words) => {
  expect(nameWords(names)).toEqual(words);
});

test.each([
  ['comment-list', 'discussion'],
  ['author-card', 'byline'],
  ['post-7 author-card', undefined],
  ['photo credit', 'small'],
  ['d-none', 'small'],
  ['twitter-tweet', 'quoted'],
  ['share-bar newsletter', 'furniture'],
  ['verwandte-artikel', 'links'],
  ['meistgelesene_box', 'links'],
  ['read more', 'links'],
  ['read the', undefined],
  ['articleBody', undefined],
  ['moreover', undefined],
])('%j is suspected as %s', (names, suspicion) => {
  expect(suspectName(names)).toBe(suspicion);
});
