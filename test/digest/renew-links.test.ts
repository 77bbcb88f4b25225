import { expect, test } from 'vitest';
import { feedbackLinks } from '../../lib/digest/feedback-links.ts';
import { editionUrl, feedUrl, preferencesUrl } from '../../lib/digest/reader-links.ts';
import { renewLinks } from '../../lib/digest/renew-links.ts';
import { signToken } from '../../lib/digest/signed-token.ts';
import { unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';

const needs = { publicUrl: 'https://vigil.example', signingKey: 'a signing key of the tests, long enough' };
const subscriberId = '0123456789abcdef';
const articleId = 'ab'.repeat(16);
const createdAt = '2026-08-29T05:00:00.000Z';
const now = { subscriberId, linkVersion: 12 };

/** Every link that a reader gets, of one version. */
const linksOf = (owner: { subscriberId: string; linkVersion: number }, { publicUrl, signingKey } = needs) => {
  const to = { publicUrl, signingKey };
  return [
    preferencesUrl(owner, createdAt, to),
    editionUrl(owner, { key: '20260829', createdAt }, to),
    feedbackLinks({ ...owner, localDate: '2026-08-29', articleId }, to).notRelevant,
    feedUrl(owner, createdAt, to),
    unsubscribeUrl(publicUrl, owner.subscriberId, signingKey),
  ];
};
const bodyOf = (links: readonly string[]) =>
  links.map((link) => `<a href="${link.replace('&', '&amp;')}">x</a>`).join('\n');
const renew = (body: string) => renewLinks(body, now, needs.signingKey);

test('the links of a mail become those of the version that is good, and nothing else of it changes', () => {
  const [preferences = '', edition = '', feedback = ''] = linksOf(now);
  const [, , , feed = '', unsubscribe = ''] = linksOf({ ...now, linkVersion: 3 });
  expect(renew(bodyOf(linksOf({ ...now, linkVersion: 3 })))).toBe(
    bodyOf([preferences, edition, feedback, feed, unsubscribe]),
  );
  expect(renew(bodyOf(linksOf(now)))).toBe(bodyOf(linksOf(now)));
});

test('a link of before, without a version, gets one', () => {
  const before = signToken('feedback', [subscriberId, '20260829', articleId], needs.signingKey);
  const [, , feedback = ''] = linksOf(now);
  expect(renew(`https://vigil.example/feedback?token=${before}&verdict=not-relevant`)).toBe(feedback);
});

test.each([
  ['of another reader', linksOf({ subscriberId: 'fedcba9876543210', linkVersion: 3 })],
  ['made with another key', linksOf({ ...now, linkVersion: 3 }, { ...needs, signingKey: `${needs.signingKey}!` })],
  [
    'made for another page',
    [`https://vigil.example/preferences?token=${signToken('feed', [subscriberId, '3', '1'], needs.signingKey)}`],
  ],
])('links %s stay as they are', (_, links) => {
  expect(renew(bodyOf(links))).toBe(bodyOf(links));
});
