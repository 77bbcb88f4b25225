import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { FrameLanguage } from '../../lib/digest/frame-text.ts';
import { renderHtml } from '../../lib/digest/render-html.ts';
import { examineMail } from './examine-mail.ts';
import { digestOf, hostileFields, hostileTexts } from './hostile-texts.ts';
import { manyArticles } from './sample-coverage.ts';
import { sampleDay } from './sample-day.ts';
import { allLinks, sampleDigest, sampleLinks } from './sample-digest.ts';

const executablePath = '/usr/bin/chromium';

/** Where `npm run pictures` keeps what people review; a plain run of the tests leaves it alone. */
const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const isKeeping = process.env.KEEP_PICTURES === '1';
/** What the README shows: the first screen. */
const FIRST_SCREEN = { x: 0, y: 0, width: 640, height: 900 };

const days = { day: sampleDay, empty: [], many: manyArticles(400) } as const;
interface View {
  day: keyof typeof days;
  language: FrameLanguage;
  scheme: 'light' | 'dark';
  width: 375 | 640;
}

const languages = ['en', 'fa'] as const;
const views: View[] = [
  ...languages.flatMap((language) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      ([375, 640] as const).map((width) => ({ day: 'day' as const, language, scheme, width })),
    ),
  ),
  ...languages.flatMap((language) => [
    { day: 'empty' as const, language, scheme: 'dark' as const, width: 375 as const },
    { day: 'many' as const, language, scheme: 'light' as const, width: 375 as const },
  ]),
];

async function keep(path: string, name: string): Promise<void> {
  if (isKeeping) await copyFile(path, join(PICTURES, `digest-${name}.png`));
}

describe.skipIf(!existsSync(executablePath))(`in a browser (skipped where ${executablePath} is absent)`, () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    folder = await mkdtemp(join(tmpdir(), 'vigil-digest-'));
    console.log(`screenshots: ${folder}`);
  });
  afterAll(() => browser.close());

  test.each(views)('$day in $language fits $width px ($scheme), loads nothing and passes axe', async (view) => {
    const { day, language, scheme, width } = view;
    const path = join(folder, `${day}-${language}-${scheme}-${width}.png`);
    const markup = renderHtml(sampleDigest(language, days[day]), allLinks);
    const examined = await examineMail(browser, markup, view, async (page) => {
      await page.screenshot({ path, fullPage: true });
      const name = `${language}-${scheme}-${width}`;
      if (day === 'day') await keep(path, name);
      if (isKeeping && day === 'day' && name === 'en-light-640')
        await page.screenshot({ path: join(PICTURES, 'digest.png'), fullPage: true, clip: FIRST_SCREEN });
    });
    expect(examined).toEqual({ width, requests: [], violations: [] });
    expect((await stat(path)).size).toBeGreaterThan(5_000);
  });

  test('a program that drops the style sheet and blocks every image shows the same words on a light ground', async () => {
    for (const language of languages) {
      const whole = renderHtml(sampleDigest(language), allLinks);
      const page = await browser.newPage({ viewport: { width: 640, height: 900 }, colorScheme: 'light' });
      await page.route('**', (route) => route.abort());
      const wordsOf = async (markup: string) => {
        await page.setContent(markup);
        return page.evaluate(() => document.body.innerText);
      };
      const path = join(folder, `bare-${language}.png`);
      expect(await wordsOf(whole.replace(/<style>.*?<\/style>/s, ''))).toBe(await wordsOf(whole));
      await page.setContent(whole.replace(/<style>.*?<\/style>/s, ''));
      await page.screenshot({ path, fullPage: true });
      await keep(path, `${language}-images-blocked-640`);
      await page.close();
    }
  });

  test('hostile texts leave the document that the browser builds equal to a harmless one', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    await page.route('**', (route) => {
      requests.push(route.request().url());
      return route.abort();
    });
    const treeOf = async (changes: Partial<Coverage>): Promise<string> => {
      await page.setContent(renderHtml(digestOf(changes), sampleLinks));
      return page.evaluate(() => {
        const describeNode = (element: Element): string =>
          `${element.localName}[${element.getAttributeNames()}](${[...element.children].map(describeNode).join('')})`;
        return describeNode(document.documentElement);
      });
    };
    const harmless = await treeOf({});
    const differing: string[] = [];
    for (const text of hostileTexts) {
      const everywhere = Object.assign({}, ...Object.values(hostileFields).map((put) => put(text)));
      if ((await treeOf(everywhere)) !== harmless) differing.push(text);
    }
    await page.close();
    expect({ differing, requests }).toEqual({ differing: [], requests: [] });
  });
});
