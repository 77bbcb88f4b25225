import { expect, test } from 'vitest';
import { judgeAddress } from '../../lib/coverage/judge-address.ts';

const recordedAt = '2026-11-23T08:00:00.000Z';
const judge = (path: string) => judgeAddress(`https://news.example.org${path}`, recordedAt);

test.each([
  ['/2019/08/28/mothers-of-khavaran', '2019-08-28'],
  ['/world/2019/aug/28/mothers-of-khavaran', '2019-08-28'],
  ['/World/2019/Aug/28/', '2019-08-28'],
  ['/news/2019-08-28-mothers', '2019-08-28'],
  ['/2019/08/mothers-of-khavaran', '2019-08-31'],
  ['/2016/02/29', '2016-02-29'],
  ['/web/20190828120000/https://gone.example/mothers', '2019-08-28'],
  ['/web/20190828120000id_/https://gone.example/mothers', '2019-08-28'],
  // The copy is of this month, the article is not.
  ['/web/20261101000000/https://gone.example/2019/08/28/mothers', '2019-08-28'],
  ['/web/20190829000000/https://gone.example/2019/08/28/mothers', '2019-08-28'],
  ['/2019.08.28-120000/https://gone.example/mothers', '2019-08-28'],
  ['/news/20190828/mothers-of-khavaran', '2019-08-28'],
  ['/news/20190828-mothers-of-khavaran', '2019-08-28'],
  ['/2026/10/23/title', '2026-10-23'],
])('%s is of %s', (path, day) => {
  expect(judge(path)).toBe(`its address is of ${day}`);
});

test.each([
  ['the day itself', '/2026/11/23/title'],
  ['a month before', '/2026/10/25/title'],
  ['the month itself', '/2026/11/title'],
  ['no day', '/mothers-of-khavaran'],
  ['the year of the event', '/1988/08/28/massacre'],
  ['a year alone', '/2019/mothers'],
  ['a year of another calendar', '/1398/06/06/mothers'],
  ['no month', '/2019/13/28/title'],
  ['no day of that month', '/2019/02/30/title'],
  ['numbers that go on', '/120190828/2019088/title'],
  ['a number that is no day', '/news/20191328/title'],
  ['a number alone, as articles have', '/news/20190828'],
  ['a fresh copy of what has no date', '/web/20261101000000/https://gone.example/mothers'],
  ['a query', '/title?on=/2019/08/28/'],
])('%s says nothing: %s', (_, path) => {
  expect(judge(path)).toBeUndefined();
});

test('what is no address says nothing', () => {
  expect(judgeAddress('no address', recordedAt)).toBeUndefined();
});
