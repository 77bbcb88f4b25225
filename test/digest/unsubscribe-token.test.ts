import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { mailHeaders } from '../../lib/digest/mail-headers.ts';
import { readUnsubscribeToken, unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';

const key = 'a signing key of the tests, long enough';
const subscriberId = '0123456789abcdef';
const url = unsubscribeUrl('https://vigil.example', subscriberId, key);
const token = new URL(url).searchParams.get('token') ?? '';

test('a token leads back to its reader', () => {
  expect(readUnsubscribeToken(token, key)).toBe(subscriberId);
});

test('the token in a mail of long ago still leads back', () => {
  const sent = `${subscriberId}.AeHcs50WVxUqPIpDG3LrHhoUMOtxfyYMWaAkmKeqAOg`;
  expect([readUnsubscribeToken(sent, key), token]).toEqual([subscriberId, sent]);
});

test('a token of another reader, key, purpose or length is none', () => {
  const signature = token.split('.')[1] ?? '';
  const otherPurpose = createHmac('sha256', key).update(subscriberId).digest('base64url');
  const forged = [
    `fedcba9876543210.${signature}`,
    `${subscriberId}.${otherPurpose}`,
    `${subscriberId}.${signature.slice(1)}`,
    `${subscriberId}.${signature}A`,
    `${subscriberId}.`,
    `${token}\n`,
    '',
  ];
  expect(forged.map((text) => readUnsubscribeToken(text, key))).toEqual(forged.map(() => undefined));
  expect(readUnsubscribeToken(token, `${key}!`)).toBeUndefined();
});

test('the headers name the list, both ways of leaving it, and no reader by address', () => {
  const headers = mailHeaders({
    unsubscribeUrl: url,
    senderAddress: 'digest@news.example',
    localDate: '2026-08-29',
  });
  expect(headers).toEqual({
    'List-Unsubscribe': `<${url}>, <mailto:digest@news.example?subject=unsubscribe%20${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': 'Vigil daily digest <daily.vigil.news.example>',
    'Feedback-ID': '2026-08-29:daily:digest:vigil',
    'Auto-Submitted': 'auto-generated',
  });
  expect(Object.values(headers).filter((value) => !/^[\x20-\x7E]{1,870}$/.test(value))).toEqual([]);
});
