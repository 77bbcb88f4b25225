import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderNotice } from '../../lib/digest/render-notice.ts';

const executablePath = '/usr/bin/chromium';
const kinds = ['sign-up', 'change-address', 'known', 'address-changed'] as const;
const looks = [
  { language: 'en', colorScheme: 'light', width: 640 },
  { language: 'fa', colorScheme: 'dark', width: 375 },
] as const;
const url = `https://vigil.example/confirm?token=${'a'.repeat(32)}.1788000000.${'b'.repeat(43)}`;

test.each(kinds)('a mail of the kind %s says the same in its text, and is small', (kind) => {
  for (const { language } of looks) {
    const { subject, html, text } = renderNotice(kind, language, url);
    expect(Buffer.byteLength(html)).toBeLessThan(6_000);
    expect([...subject].length).toBeLessThan(60);
    for (const line of text.trim().split('\n\n')) expect(html).toContain(line.replaceAll("'", '&#39;'));
    expect(text.includes(url)).toBe(kind !== 'address-changed');
  }
});

describe.skipIf(!existsSync(executablePath))(`in a browser (skipped where ${executablePath} is absent)`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  test.each(looks)('mails in $language fit $width px ($colorScheme), load nothing and pass axe', async (look) => {
    const { language, colorScheme, width } = look;
    const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme });
    const requests: string[] = [];
    await page.route('**', (route) => {
      requests.push(route.request().url());
      return route.abort();
    });
    const found: unknown[] = [];
    for (const kind of kinds) {
      await page.setContent(renderNotice(kind, language, url).html);
      await page.evaluate(axe.source);
      found.push(
        await page.evaluate(async () => {
          const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
          const { violations } = await inPage.run();
          return [document.documentElement.scrollWidth, violations.map(({ id }) => id)];
        }),
      );
    }
    await page.close();
    expect([found, requests]).toEqual([kinds.map(() => [width, []]), []]);
  });
});
