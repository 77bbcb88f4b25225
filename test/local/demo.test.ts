import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sectionText } from '../../lib/digest/section-text.ts';
import { examineMail } from '../digest/examine-mail.ts';
import { runVigil } from './vigil-process.ts';

const LOCAL = join(import.meta.dirname, '../../bin/local.ts');
const { coming, figures, glance, late, trend, unanswered, wording } = sectionText.en;

/** What the demo printed as JSON. */
let summary: { coverage: { relevant: number }; subject: string; digest: string };
const dataDir = mkdtempSync(join(tmpdir(), 'vigil-demo-'));

beforeAll(async () => {
  const args = [LOCAL, '--demo', '--once', '--json', '--data', dataDir];
  summary = JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}, 120_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('the demo ends with a digest that has every section a digest can have', { timeout: 60_000 }, async () => {
  expect(summary.coverage.relevant).toBeGreaterThan(40);
  expect(summary.subject).toMatch(/^\d+ articles: Jurists urge international inquiry .* \(Northgate Wire\)$/);

  const mail = readFileSync(summary.digest.replace(/html$/, 'txt'), 'utf8').replaceAll(/[\u2068\u2069]/g, '');
  const headings = [unanswered, coming, figures, wording, trend, late].map(({ heading }) => `\n${heading}\n`);
  expect([...headings, `\n${late.possiblyOld}\n`].filter((heading) => !mail.includes(heading))).toEqual([]);
  const first = [
    ...['Gazzetta del Lago (independent)', 'De Waterkant (not yet assessed)', 'Le Courrier des Rives (independent)'],
    'Assemblée interrégionale – service de presse (UN, EU, governments)',
  ];
  expect(mail).toContain(`\n${glance.first} ${first.join(', ')}\n`);
  expect(mail).toContain(`\n${glance.missed} Silent vigil of the families at Northgate harbour\n`);
  expect(mail).toContain(`\n${glance.next} Survivors ask the court to hear them as witnesses, in 5 days\n`);
  expect(mail).toMatch(/\nWhat the Stockholm verdict says .*\nThe Rights Ledger · rights group · /);
  expect(mail).toMatch(/\nLet forensic teams in, .*\nThe Harbour Courier .* · continues from earlier editions\n/);

  // What came before went the same way, days ago: an operator can ask why it is there.
  const past = JSON.parse(await runVigil(dataDir, 'query', '--outlet', 'northgate-wire', '--json'));
  const [{ url, recordedAt }] = past.filter(({ title }: { title: string }) => title.startsWith('UN experts press'));
  expect((Date.now() - Date.parse(recordedAt)) / 3_600_000).toBeCloseTo(30, 0);
  expect(await runVigil(dataDir, 'explain', url)).toMatch(/listed by Northgate Wire; new.*page read/s);
});

/** The mail that went out, and what its reader would get in Persian. */
async function mailsOfDemo() {
  await runVigil(dataDir, 'subscribers', 'set', '00000000000000de', '--language', 'fa');
  const out = join(dataDir, 'persian');
  await runVigil(dataDir, 'digest', 'preview', '--subscriber', '00000000000000de', '--out', out);
  return { en: readFileSync(summary.digest, 'utf8'), fa: readFileSync(join(out, 'digest.html'), 'utf8') };
}

const executablePath = '/usr/bin/chromium';
test.skipIf(!existsSync(executablePath))(
  `its mail fits every screen, loads nothing, passes axe and stays well below what Gmail cuts off (skipped where ${executablePath} is absent)`,
  { timeout: 60_000 },
  async () => {
    const mails = await mailsOfDemo();
    const bytes = Object.values(mails).map((markup) => Buffer.byteLength(markup));
    console.log(`mail of the demo: ${bytes.join(' and ')} bytes in English and Persian`);
    expect(Math.max(...bytes)).toBeLessThan(82_000);
    expect(mails.fa).toContain('<html lang="fa" dir="rtl">');
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    onTestFinished(() => browser.close());
    const looks = Object.values(mails).flatMap((markup) => [
      { markup, width: 375, scheme: 'dark' as const },
      { markup, width: 640, scheme: 'light' as const },
    ]);
    const examined = await Promise.all(looks.map(({ markup, ...view }) => examineMail(browser, markup, view)));
    expect(examined).toEqual(looks.map(({ width }) => ({ width, requests: [], violations: [] })));
  },
);
