import { afterAll, beforeEach, expect, test } from 'vitest';
import { feedbackLinks } from '../../lib/digest/feedback-links.ts';
import { preferencesUrl } from '../../lib/digest/reader-links.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb, signingKey } from './open-web.ts';

let levels: string[] = [];
beforeEach(() => {
  levels = [];
  setLogSink(({ level }) => levels.push(level));
});
afterAll(() => setLogSink());

const record = sampleCoverage();
const reader = sampleSubscriber();
const links = { publicUrl: '', signingKey };
const place = {
  subscriberId: reader.subscriberId,
  linkVersion: 1,
  localDate: '2026-08-28',
  articleId: record.articleId,
};
const paths = [
  '/sign-up',
  preferencesUrl(reader, '2026-08-28T05:00:00.000Z', links),
  feedbackLinks(place, links).relevant,
];

test.each([
  ['no parts', 'multipart/form-data; boundary=x', 'nothing of a form'],
  ['no boundary', 'multipart/form-data', '--x--'],
  ['a part without a name', 'multipart/form-data; boundary=x', '--x\r\n\r\nhi\r\n--x--\r\n'],
  ['JSON', 'application/json', '{"verdict":"relevant"}'],
  ['text', 'text/plain', 'verdict=relevant'],
  ['broken escapes', 'application/x-www-form-urlencoded', 'address=%ff%&__proto__=1&verdict=%E0%A4%A'],
])('a body with %s where a form is expected is refused, and is no fault of the page', async (_, type, body) => {
  const web = await openWeb({ isSignUpOpen: true, coverage: [record], readers: [reader] });
  const before = await web.state();
  const statuses = [];
  for (const path of paths) {
    const response = await web.app.request(path, { method: 'POST', headers: { 'content-type': type }, body });
    statuses.push(response.status);
  }
  expect(statuses).toEqual([400, 400, 400]);
  expect(await web.state()).toBe(before);
  expect(levels).not.toContain('error');
});
