import { expect, test } from 'vitest';
import { feedbackLinks, readFeedbackToken } from '../../lib/digest/feedback-links.ts';
import { signToken } from '../../lib/digest/signed-token.ts';
import { readUnsubscribeToken, unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';

const signingKey = 'a signing key of the tests, long enough';
const publicUrl = 'https://vigil.example';
const place = { subscriberId: '0123456789abcdef', localDate: '2026-08-29', articleId: 'ab'.repeat(16), linkVersion: 2 };
const links = feedbackLinks(place, { publicUrl, signingKey });
const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';
const token = tokenOf(links.relevant);
const nextDay = new Date('2026-08-30T07:00:00.000Z');

test('all links lead to one page about one article, and differ in the verdict alone', () => {
  expect(links).toEqual({
    either: `https://vigil.example/feedback?token=${token}`,
    relevant: `https://vigil.example/feedback?token=${token}&verdict=relevant`,
    notRelevant: `https://vigil.example/feedback?token=${token}&verdict=not-relevant`,
  });
  expect(token).toMatch(/^0123456789abcdef\.20260829\.(ab){16}\.2\.[\w-]{43}$/);
});

test('a token leads back to reader, edition and article, until ninety days after the edition', () => {
  expect(readFeedbackToken(token, signingKey, nextDay)).toEqual(place);
  expect(readFeedbackToken(token, signingKey, new Date('2026-11-27T23:59:59.000Z'))).toEqual(place);
  expect(readFeedbackToken(token, signingKey, new Date('2026-11-28T00:00:00.000Z'))).toBeUndefined();
});

test('a token that was changed, cut, made with another key or for another purpose is none', () => {
  const [subscriberId, day, articleId, , signature = ''] = token.split('.');
  const unsubscribing = tokenOf(unsubscribeUrl(publicUrl, place.subscriberId, signingKey));
  const forged = [
    `fedcba9876543210.${day}.${articleId}.2.${signature}`,
    `${subscriberId}.20270829.${articleId}.2.${signature}`,
    `${subscriberId}.${day}.${'cd'.repeat(16)}.2.${signature}`,
    `${subscriberId}.${day}.${articleId}.3.${signature}`,
    `${subscriberId}.${day}.${articleId}.${signature}`,
    `${subscriberId}.${day}.${articleId}.2.${signature.slice(1)}`,
    `${subscriberId}.${day}.${articleId}.2`,
    unsubscribing,
    `${token}\n`,
    '',
  ];
  expect(forged.map((text) => readFeedbackToken(text, signingKey, nextDay))).toEqual(forged.map(() => undefined));
  expect(readFeedbackToken(token, `${signingKey}!`, nextDay)).toBeUndefined();
  expect(readUnsubscribeToken(token, signingKey)).toBeUndefined();
});

test('a token of before, without a version, is one of the reader’s first links', () => {
  const parts = [place.subscriberId, '20260829', place.articleId];
  expect(readFeedbackToken(signToken('feedback', parts, signingKey), signingKey, nextDay)).toEqual({
    ...place,
    linkVersion: 1,
  });
});
