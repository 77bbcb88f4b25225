import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashSecret } from '../../lib/access/hash-secret.ts';
import { countVotes } from '../../lib/coverage/count-votes.ts';
import { feedbackLinks } from '../../lib/digest/feedback-links.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSession } from '../access/sample-access.ts';
import { sampleFeedback } from '../coverage/sample-feedback.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { elementsOf, hrefsOf } from '../digest/mail-document.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb, signingKey } from './open-web.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const record = sampleCoverage({ title: 'خانواده‌ها گرد هم آمدند', language: 'fa', themes: ['testimony'] });
const place = {
  subscriberId: '0123456789abcdef',
  localDate: '2026-08-28',
  articleId: record.articleId,
  linkVersion: 1,
};
const reader = sampleSubscriber({ subscriberId: place.subscriberId });
const linkOf = (changes: Partial<typeof place> = {}) => {
  const { relevant, notRelevant } = feedbackLinks({ ...place, ...changes }, { publicUrl: 'https://x', signingKey });
  return { relevant: relevant.slice('https://x'.length), notRelevant: notRelevant.slice('https://x'.length) };
};
const form = (fields: [string, string][]) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
const actionsOf = (page: string) => elementsOf(page).flatMap(({ attributes }) => attributes.action ?? []);
const said = (rows: ReturnType<Awaited<ReturnType<typeof openWeb>>['feedback']>) =>
  rows.map(({ articleId, voter, verdict, themes }) => [
    articleId === record.articleId,
    voter.slice(0, 7),
    verdict,
    themes,
  ]);

describe('the link of a mail', () => {
  test('shows the article and its buttons, the meant one first, and changes nothing however it is opened', async () => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    const before = await web.state();
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await web.app.request(linkOf().notRelevant, { method });
    const page = await (await web.app.request(linkOf().notRelevant)).text();
    const buttons = elementsOf(page).filter(({ name }) => name === 'button');
    expect(buttons.map(({ attributes }) => attributes.value)).toEqual(['not-relevant', 'relevant', 'wrong-theme']);
    expect(page).toContain(`<blockquote lang="fa" dir="rtl"><p>${record.title}</p>`);
    expect(page).not.toContain(record.excerpt);
    expect(actionsOf(page)).toEqual([linkOf().relevant.replace(/&verdict=.*/, '')]);
    expect(await web.state()).toBe(before);
  });

  test('speaks to a reader in their language', async () => {
    const web = await openWeb({ coverage: [record], readers: [{ ...reader, language: 'fa' }] });
    const page = await (await web.app.request(linkOf().notRelevant)).text();
    expect(page).toContain('<html lang="fa" dir="rtl">');
    expect(
      elementsOf(page)
        .filter(({ name }) => name === 'button')
        .map(({ text }) => text),
    ).toEqual(['مربوط نیست', 'مربوط است', 'فرستادن این موضوع‌ها']);
    const thanks = await web.app.request(
      linkOf().relevant,
      form([
        ['verdict', 'wrong-theme'],
        ['themes', 'denial'],
        ['themes', 'politics'],
      ]),
    );
    expect(await thanks.text()).toContain('ثبت شد: دربارهٔ موضوع‌های دیگر: انکار، سیاست.');
  });

  test('a button is pressed without a session, twice is once, and another one changes it', async () => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    for (const _ of [1, 2]) {
      const response = await web.app.request(linkOf().relevant, form([['verdict', 'relevant']]));
      expect([response.status, (await response.text()).includes('Noted: relevant.')]).toEqual([200, true]);
    }
    expect(said(web.feedback())).toEqual([[true, 'reader-', 'relevant', undefined]]);
    await web.app.request(
      linkOf().relevant,
      form([
        ['verdict', 'wrong-theme'],
        ['themes', 'politics'],
        ['themes', 'denial'],
      ]),
    );
    expect(said(web.feedback())).toEqual([[true, 'reader-', 'wrong-theme', ['denial', 'politics']]]);
    const page = await (await web.app.request(linkOf().relevant)).text();
    expect(page).toContain('You said: <strong>on other themes: denial, politics</strong>');
    expect(
      elementsOf(page)
        .filter(({ attributes }) => 'checked' in attributes)
        .map(({ attributes }) => attributes.value),
    ).toEqual(['denial', 'politics']);
  });

  test('one theme, or none, is an answer; another word is none', async () => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    const press = async (fields: [string, string][]) => (await web.app.request(linkOf().relevant, form(fields))).status;
    expect(
      await press([
        ['verdict', 'wrong-theme'],
        ['themes', 'politics'],
      ]),
    ).toBe(200);
    expect(said(web.feedback())).toEqual([[true, 'reader-', 'wrong-theme', ['politics']]]);
    expect(await press([['verdict', 'wrong-theme']])).toBe(200);
    const after = web.feedback();
    expect(said(after)).toEqual([[true, 'reader-', 'wrong-theme', []]]);
    for (const fields of [
      [],
      [['verdict', 'excellent']],
      [
        ['verdict', 'wrong-theme'],
        ['themes', 'sports'],
      ],
    ] as [string, string][][])
      expect(await press(fields)).toBe(400);
    expect(
      await press([
        ['verdict', 'relevant'],
        ['x', 'y'.repeat(5_000)],
      ]),
    ).toBe(400);
    expect(web.feedback()).toEqual(after);
  });

  test('holds no name of the reader that the table repeats', async () => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    await web.app.request(linkOf().relevant, form([['verdict', 'relevant']]));
    expect(JSON.stringify(web.feedback())).not.toContain(place.subscriberId);
  });

  test.each([
    ['of another article', linkOf().relevant.replace(record.articleId, 'b'.repeat(32)), 400],
    ['of another reader', linkOf().relevant.replace(place.subscriberId, 'b'.repeat(16)), 400],
    ['of three months ago', linkOf({ localDate: '2026-05-20' }).relevant, 400],
    ['without a token', '/feedback?verdict=relevant', 400],
    ['of an article that is gone', linkOf({ articleId: 'c'.repeat(32) }).relevant, 404],
  ])('%s takes no answer', async (_, path, status) => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    expect((await web.app.request(path)).status).toBe(status);
    expect((await web.app.request(path, form([['verdict', 'relevant']]))).status).toBe(status);
    expect(web.feedback()).toEqual([]);
  });

  test.each([
    ['rotated', [{ ...reader, linkVersion: 2 }]],
    ['ended with the reader, who was removed', []],
  ])('takes no answer any more once it is %s', async (_, readers) => {
    const web = await openWeb({ coverage: [record], readers });
    for (const request of [undefined, form([['verdict', 'relevant']])]) {
      const response = await web.app.request(linkOf().relevant, request);
      // Whose links ended is told where the good ones are, not that the address is cut short.
      expect([response.status, (await response.text()).includes('The newest mail has a new one')]).toEqual([410, true]);
    }
    expect(web.feedback()).toEqual([]);
    const newest = linkOf({ linkVersion: 2 }).relevant;
    expect((await web.app.request(newest)).status).toBe(readers.length > 0 ? 200 : 410);
  });
});

describe('the page of an article', () => {
  const path = `/articles/${record.articleId}/feedback`;

  test('has the buttons, takes the verdict and comes back with it', async () => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    expect(actionsOf(await web.text(`/articles/${record.articleId}`))).toEqual([path]);
    const request = form([['verdict', 'not-relevant']]);
    const response = await web.app.request(path, { ...request, headers: { ...request.headers, cookie: web.cookie } });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/articles/${record.articleId}#feedback`,
    ]);
    expect(said(web.feedback())).toEqual([[true, 'operato', 'not-relevant', undefined]]);
    expect(await web.text(`/articles/${record.articleId}`)).toContain('You said: <strong>not relevant</strong>');
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another name below the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, 403],
    ['this page', { 'sec-fetch-site': 'same-origin' }, 303],
  ])('sent from %s, the form is answered accordingly', async (_, sent, status) => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    const request = form([['verdict', 'relevant']]);
    const headers = { ...request.headers, cookie: web.cookie, ...sent };
    expect((await web.app.request(path, { ...request, headers })).status).toBe(status);
    expect(web.feedback()).toHaveLength(status === 303 ? 1 : 0);
  });

  test('takes nothing from who may not open it, nor for an article that is not there', async () => {
    const web = await openWeb({ coverage: [record], readers: [reader] });
    expect((await web.app.request(path, form([['verdict', 'relevant']]))).status).toBe(401);
    const request = form([['verdict', 'relevant']]);
    const headers = { ...request.headers, cookie: web.cookie };
    expect(
      (await web.app.request(path.replace(record.articleId, 'd'.repeat(32)), { ...request, headers })).status,
    ).toBe(404);
    expect(web.feedback()).toEqual([]);
  });
});

test('the digest as the page shows it votes for nobody: its links lead to the article', async () => {
  const { relevant, notRelevant } = feedbackLinks(place, { publicUrl: 'https://vigil.example', signingKey });
  const before = notRelevant.replace(`${record.articleId}.1.`, `${record.articleId}.`);
  const links = [relevant, notRelevant, before].map((link) => `<a href="${link.replace('&', '&amp;')}">x</a>`).join('');
  const page = await (await openWeb({ edition: `<head></head>${links}` })).text('/digest/latest.html');
  expect(hrefsOf(page)).toEqual(Array(3).fill(`https://vigil.example/articles/${record.articleId}#feedback`));
});

test.each([
  ['en', 'faster than a person reads are noted and do not count'],
  ['fa', 'ثبت می‌شوند ولی شمرده نمی‌شوند'],
] as const)('a vote of a burst and any other are answered alike, with the rule (%s)', async (language, rule) => {
  const records = Array.from({ length: 7 }, (_, index) => ({ ...record, articleId: `${index}`.repeat(32) }));
  const web = await openWeb({ coverage: records, readers: [{ ...reader, language }] });
  const pages: string[] = [];
  for (const { articleId } of records) {
    const answer = await web.app.request(linkOf({ articleId }).relevant, form([['verdict', 'relevant']]));
    pages.push((await answer.text()).replace(/token=[\w.-]+/g, 'token'));
  }
  expect(countVotes(web.feedback()).counted).toEqual([]);
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain(rule);
});

test('people who are signed in vote each for themselves', async () => {
  const ids = ['one', 'two'];
  const sessions = ids.map((id) => sampleSession({ accessId: hashSecret(id), subject: id, expiresAt: 4_000_000_000 }));
  const signIn = { issuer: 'http://127.0.0.1:9', clientId: 'vigil', allowed: [] };
  const web = await openWeb({ coverage: [record], sessions, signIn });
  for (const id of ids) {
    const request = form([['verdict', id === 'one' ? 'relevant' : 'not-relevant']]);
    const headers = { ...request.headers, cookie: `__Host-vigil-session=${id}` };
    const { status } = await web.app.request(`/articles/${record.articleId}/feedback`, { ...request, headers });
    expect(status).toBe(303);
  }
  expect(said(web.feedback())).toEqual([
    [true, 'visitor', 'relevant', undefined],
    [true, 'visitor', 'not-relevant', undefined],
  ]);
});

test('what a visitor sees is their own verdict', async () => {
  const web = await openWeb({ coverage: [record], readers: [reader] });
  await web.needs.feedbackStore.put(
    sampleFeedback({ articleId: record.articleId, verdict: 'not-relevant' }),
    undefined,
  );
  expect(await web.text(`/articles/${record.articleId}`)).not.toContain('You said');
});
