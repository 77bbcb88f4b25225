import { expect, test } from 'vitest';
import { MOST_UNDER_A_NAME, type StoryIndex } from '../../lib/stories/story-index.ts';
import type { StoryMember } from '../../lib/stories/story-member.ts';

const SEEN = '2026-08-28T08:00:00.000Z';
const seconds = Date.parse(SEEN) / 1000;

const member = (articleId: string, changes: Partial<StoryMember> = {}): StoryMember => ({
  schemaVersion: 1,
  articleId,
  title: `Title of ${articleId}`,
  packedText: 'SywFAA==',
  outletId: 'harbour-post.example',
  language: 'fa',
  publishedAt: SEEN,
  seenAt: SEEN,
  ordinal: 38,
  traits: ['figure 412', 'person hamid-noury'],
  expiresAt: seconds + 14 * 86_400,
  ...changes,
});

/** What every StoryIndex keeps. */
export function keepsStories(indexAt: (now: () => Date) => StoryIndex): void {
  const index = () => indexAt(() => new Date(SEEN));

  test('a member is entered once and found whole under each of its names', async () => {
    await index().enter(member('a1'), ['word|یک', 'passage|1']);
    await index().enter(member('a1', { language: 'en' }), ['word|یک']);
    await index().enter(member('a2'), ['passage|1']);
    expect(await index().findUnder(['word|یک', 'passage|1', 'never'])).toEqual(
      new Map([
        ['word|یک', ['a1']],
        ['passage|1', ['a1', 'a2']],
      ]),
    );
    expect(await index().getMembers(['a1', 'never'])).toEqual(new Map([['a1', member('a1')]]));
  });

  test('a name keeps those who came first, and no more than it may', async () => {
    const ids = Array.from({ length: MOST_UNDER_A_NAME + 3 }, (_, at) => `b${at}`);
    for (const id of ids) await index().enter(member(id), ['full']);
    expect(await index().findUnder(['full'])).toEqual(new Map([['full', ids.slice(0, MOST_UNDER_A_NAME)]]));
  });

  test('the first place stands, whoever gives it', async () => {
    await index().enter(member('c1'), []);
    const first = { storyId: 'c0', copyOf: 'c0', storyReasons: ['carries the text of c0'] };
    expect(await index().settle('c1', first)).toEqual(first);
    expect(await index().settle('c1', { storyId: 'c1' })).toEqual(first);
    expect((await index().getMembers(['c1'])).get('c1')).toEqual(member('c1', { place: first }));
    expect(await index().settle('never entered', { storyId: 'x' })).toEqual({ storyId: 'x' });
    expect(await index().getMembers(['never entered'])).toEqual(new Map());
  });

  test('after two weeks it is forgotten, and may be entered anew', async () => {
    const later = () => indexAt(() => new Date((seconds + 14 * 86_400) * 1000));
    await index().enter(member('d1'), ['fourteen']);
    await index().settle('d1', { storyId: 'd1' });
    expect([await later().getMembers(['d1']), await later().findUnder(['fourteen'])]).toEqual([new Map(), new Map()]);
    const anew = member('d1', { seenAt: '2026-09-11T08:00:00.000Z', expiresAt: seconds + 28 * 86_400 });
    await later().enter(anew, []);
    expect(await later().getMembers(['d1'])).toEqual(new Map([['d1', anew]]));
  });

  test('two who settle the same member at once agree', async () => {
    await index().enter(member('e1'), []);
    const [one, other] = await Promise.all([
      index().settle('e1', { storyId: 'e1' }),
      index().settle('e1', { storyId: 'e0' }),
    ]);
    expect(one).toEqual(other);
  });
}
