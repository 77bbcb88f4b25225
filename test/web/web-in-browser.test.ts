import { existsSync } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedbackLinks } from '../../lib/digest/feedback-links.ts';
import { confirmationUrl, preferencesUrl } from '../../lib/digest/reader-links.ts';
import { unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { pageToken, signingKey } from './open-web.ts';
import { openSampleWeb, persianReader, persianRecord, sampleConfirmation } from './sample-web.ts';

const links = { publicUrl: 'https://vigil.example', signingKey };

const executablePath = '/usr/bin/chromium';

const paths = {
  coverage: '/?relevance=all',
  record: `/articles/${persianRecord.articleId}`,
  feeds: '/feeds',
  digest: '/digest',
  cost: '/cost',
  nothing: '/?from=2020-01-01&to=2020-01-02',
  closed: '/?token=wrong',
  signUp: '/sign-up',
  signUpFa: '/sign-up?language=fa',
  confirm: new URL(confirmationUrl(sampleConfirmation, links)),
  preferences: new URL(preferencesUrl(sampleSubscriber(), '2026-08-28T05:00:00.000Z', links)),
  preferencesFa: new URL(preferencesUrl(persianReader, '2026-08-28T05:00:00.000Z', links)),
  unsubscribe: new URL(unsubscribeUrl('https://vigil.example', '00000000000000aa', signingKey)),
  feedback: new URL(
    feedbackLinks(
      { subscriberId: '00000000000000aa', linkVersion: 1, localDate: '2026-08-28', articleId: persianRecord.articleId },
      links,
    ).notRelevant,
  ),
  feedbackFa: new URL(
    feedbackLinks(
      {
        subscriberId: persianReader.subscriberId,
        linkVersion: 1,
        localDate: '2026-08-28',
        articleId: persianRecord.articleId,
      },
      links,
    ).relevant.replace('=relevant', '=wrong-theme'),
  ),
};
type View = { name: keyof typeof paths; scheme: 'light' | 'dark'; width: number };
const names = Object.keys(paths) as View['name'][];
/** Of one make: each is looked at where it is likeliest to break. */
const once: readonly View[] = [
  { name: 'signUp', scheme: 'light', width: 640 },
  { name: 'signUpFa', scheme: 'dark', width: 375 },
  { name: 'confirm', scheme: 'light', width: 375 },
  { name: 'preferences', scheme: 'light', width: 375 },
  { name: 'preferences', scheme: 'dark', width: 640 },
  { name: 'preferencesFa', scheme: 'dark', width: 375 },
  { name: 'preferencesFa', scheme: 'light', width: 640 },
  { name: 'feedback', scheme: 'light', width: 640 },
  { name: 'feedback', scheme: 'dark', width: 375 },
  { name: 'feedbackFa', scheme: 'dark', width: 375 },
];
const views: View[] = [
  ...once,
  ...names
    .filter((name) => once.every((view) => view.name !== name))
    .flatMap((name): View[] => [
      { name, scheme: 'light', width: 1100 },
      { name, scheme: 'dark', width: 375 },
    ]),
  ...(['coverage', 'record', 'feeds', 'cost'] as const).flatMap((name): View[] => [
    { name, scheme: 'light', width: 375 },
    { name, scheme: 'dark', width: 1100 },
  ]),
];

describe.skipIf(!existsSync(executablePath))(`in a browser (skipped where ${executablePath} is absent)`, () => {
  let browser: Browser;
  let server: Server;
  let origin: string;
  let folder: string;
  beforeAll(async () => {
    const { app } = await openSampleWeb();
    server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    folder = await mkdtemp(join(tmpdir(), 'vigil-web-'));
    console.log(`screenshots: ${folder}`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  test.each(views)('$name fits $width px ($scheme), reaches nothing elsewhere and passes axe', async (view) => {
    const context = await browser.newContext({
      viewport: { width: view.width, height: 900 },
      colorScheme: view.scheme,
      // Only for axe: the pages themselves run no script.
      bypassCSP: true,
    });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    await page.route('**', (route) => {
      if (route.request().url().startsWith(`${origin}/`)) return route.continue();
      elsewhere.push(route.request().url());
      return route.abort();
    });
    if (view.name !== 'closed') await page.goto(`${origin}/?token=${encodeURIComponent(pageToken)}`);
    const path = paths[view.name];
    await page.goto(origin + (typeof path === 'string' ? path : path.pathname + path.search), { waitUntil: 'load' });
    const file = join(folder, `${view.name}-${view.scheme}-${view.width}.png`);
    await page.screenshot({ path: file, fullPage: true });
    await page.addScriptTag({ content: axe.source });
    const { width, violations } = await page.evaluate(async () => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      const result = await inPage.run();
      return {
        width: document.documentElement.scrollWidth,
        violations: result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
        ),
      };
    });
    await context.close();
    expect({ width, elsewhere, violations }).toEqual({ width: view.width, elsewhere: [], violations: [] });
    expect((await stat(file)).size).toBeGreaterThan(3_000);
  });

  test('a link of the digest in its frame opens beside it', async () => {
    const context = await browser.newContext();
    await context.route('**', (route) =>
      route.request().url().startsWith(`${origin}/`) ? route.continue() : route.fulfill({ body: 'the story' }),
    );
    const page = await context.newPage();
    await page.goto(`${origin}/?token=${encodeURIComponent(pageToken)}`);
    await page.goto(`${origin}/digest`);
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.frameLocator('iframe.mail').getByText('A story').click(),
    ]);
    await opened.waitForLoadState();
    const shown = [opened.url(), await opened.evaluate(() => window.opener === null)];
    await context.close();
    expect(shown).toEqual(['https://harbour-post.example/news/1', true]);
  });
});
