import { expect, test } from 'vitest';
import prices from '../../config/prices.json' with { type: 'json' };
import { costReport } from '../../lib/cost/cost-report.ts';
import { parsePriceTable } from '../../lib/cost/price-table.ts';
import { costPage } from '../../lib/web/cost-page.ts';
import { sampleUsage } from '../cost/sample-usage.ts';
import { elementsOf } from '../digest/mail-document.ts';
import { openWeb } from './open-web.ts';

const cellsOf = (page: string) =>
  elementsOf(page)
    .filter(({ name }) => name === 'td')
    .map(({ text }) => text);

test('the page shows the month by unit and stage, at home as what it would cost', async () => {
  const web = await openWeb({ usage: sampleUsage });
  const page = await web.text('/cost');
  expect(page).toContain('would cost in AWS');
  expect(page).toContain('in eu-central-1, at the list prices of 2026-11-28');
  const cells = cellsOf(page);
  const units = cells.indexOf('write request unit');
  expect(cells.slice(units - 1, units + 4)).toEqual(['DynamoDB', 'write request unit', '52,500', '105,000', '0.0801']);
  const stage = cells.indexOf('read-article');
  expect(cells.slice(stage, stage + 6)).toEqual(['read-article', '2,000', '8,789', '4,000', '13,000', '4,000']);
  expect(cells).toContain('alarm, a month');
});

test('before anything is metered the page says so, and opens to nobody without the token', async () => {
  const web = await openWeb();
  expect(await web.text('/cost')).toContain('Nothing was metered in 2026-08 yet');
  expect((await web.app.request('/cost')).status).toBe(401);
});

test('of AWS’s own functions it is what was used', () => {
  const reported = { month: '2026-08', now: new Date('2026-08-29T00:00:00.000Z'), rows: sampleUsage };
  const page = costPage(costReport(reported, parsePriceTable(prices), 'us-east-1'), { isBilled: true });
  expect(page).toContain('What 2026-08 used of AWS');
  expect(page).not.toContain('would cost');
});
