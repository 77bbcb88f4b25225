import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sectionText } from '../../lib/digest/section-text.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { runVigil } from './vigil-process.ts';

const LOCAL = join(import.meta.dirname, '../../bin/local.ts');
const { coming, figures, firstTime, glance, late, trend, unanswered, wording } = sectionText.en;

test('the demo ends with a digest that has every section a digest can have', { timeout: 120_000 }, async () => {
  const dataDir = temporaryFolder();
  const { stdout } = await promisify(execFile)(process.execPath, [
    LOCAL,
    '--demo',
    '--once',
    '--json',
    '--data',
    dataDir,
  ]);
  const summary = JSON.parse(stdout);
  expect(summary.coverage.relevant).toBeGreaterThan(40);
  expect(summary.subject).toMatch(/^\d+ articles: Jurists urge international inquiry .* \(Northgate Wire\)$/);

  const mail = readFileSync(summary.digest.replace(/html$/, 'txt'), 'utf8').replaceAll(/[\u2068\u2069]/g, '');
  const headings = [unanswered, coming, figures, wording, trend, late].map(({ heading }) => `\n${heading}\n`);
  expect([...headings, `\n${late.possiblyOld}\n`].filter((heading) => !mail.includes(heading))).toEqual([]);
  const first = 'Gazzetta del Lago, De Waterkant, Le Courrier des Rives, Assemblée interrégionale – service de presse';
  expect(mail).toContain(`\n${firstTime} ${first}\n`);
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
