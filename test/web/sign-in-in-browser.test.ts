import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { sampleDay } from '../digest/sample-day.ts';
import { clientId, type LoopbackIssuer, startIssuer } from './loopback-issuer.ts';
import { openWeb } from './open-web.ts';

const executablePath = '/usr/bin/chromium';
const accounts = {
  invited: { email: 'invited.with.a.long.name@newsroom-of-the-coast.example', email_verified: true },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
};
const looks = [
  { scheme: 'light', width: 1100 },
  { scheme: 'dark', width: 375 },
] as const;
type Look = (typeof looks)[number];

describe.skipIf(!existsSync(executablePath))(`in a browser (skipped where ${executablePath} is absent)`, () => {
  let browser: Browser;
  let server: Server;
  let origin: string;
  let issuer: LoopbackIssuer;
  let folder: string;
  beforeAll(async () => {
    setLogSink(() => {});
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    issuer = await startIssuer({ publicUrl: origin, accounts, host: 'localhost' });
    const signIn = { issuer: issuer.issuer, clientId, allowed: ['@newsroom-of-the-coast.example'] };
    const { app } = await openWeb({ coverage: sampleDay, signIn, publicUrl: origin });
    server.on('request', getRequestListener(app.fetch));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    folder = await mkdtemp(join(tmpdir(), 'vigil-sign-in-'));
    console.log(`screenshots: ${folder}`);
  });
  afterAll(async () => {
    setLogSink();
    await browser?.close();
    await issuer?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const open = async ({ scheme, width }: Look) => {
    // bypassCSP would let through what the page's own policy stops, which is what is tried here.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    return { context, page: await context.newPage() };
  };
  const answerIssuer = async (page: Page, account: string) => {
    await page.getByLabel('Account').fill(account);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  /** Width and findings of axe, on a copy without the policy, for the page itself runs no script. */
  const examine = async (page: Page, name: string, { scheme, width }: Look) => {
    await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
    const copy = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const shown = await copy.newPage();
    const style = await (await fetch(`${origin}/style.css`)).text();
    await shown.setContent((await page.content()).replace(/<meta http-equiv[^>]*>/g, ''));
    await shown.addStyleTag({ content: style });
    await shown.addScriptTag({ content: axe.source });
    const found = await shown.evaluate(async () => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await inPage.run();
      return {
        width: document.documentElement.scrollWidth,
        violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
      };
    });
    await copy.close();
    expect(found).toEqual({ width, violations: [] });
  };
  const cookieNames = async (context: BrowserContext) => (await context.cookies(origin)).map(({ name }) => name);

  test.each(looks)(
    'a reader signs in, reads, and signs out here and at the issuer ($scheme, $width px)',
    async (look) => {
      const { context, page } = await open(look);
      await page.goto(`${origin}/?relevance=all`);
      expect(page.url().startsWith(`${issuer.issuer}/interaction/`)).toBe(true);
      await answerIssuer(page, 'invited');
      await page.waitForURL(`${origin}/?relevance=all`);
      expect(await page.locator('.visitor bdi').textContent()).toBe(accounts.invited.email);
      expect(await cookieNames(context)).toEqual(['vigil-session']);
      await examine(page, 'signed-in', look);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${issuer.issuer}/session/end**`);
      await page.getByRole('button', { name: 'Yes, sign me out' }).click();
      await page.waitForURL(`${origin}/signed-out`);
      expect(await cookieNames(context)).toEqual([]);
      await examine(page, 'signed-out', look);
      await page.goto(`${origin}/feeds`);
      expect(page.url().startsWith(`${issuer.issuer}/interaction/`)).toBe(true);
      await context.close();
    },
  );

  test.each(looks)('who may not come in is told what to do ($scheme, $width px)', async (look) => {
    const { context, page } = await open(look);
    await page.goto(origin);
    await answerIssuer(page, 'stranger');
    await page.getByRole('heading', { name: 'This account may not open the page' }).waitFor();
    await examine(page, 'not-allowed', look);
    await page.getByRole('link', { name: 'Use another account' }).click();
    await page.waitForURL(`${issuer.issuer}/session/end**`);
    await page.goto(`${origin}/sign-in/callback?code=x&state=nobody-knows-this-state`);
    await page.getByRole('heading', { name: 'This sign-in has ended' }).waitFor();
    await examine(page, 'failed', look);
    expect(await cookieNames(context)).toEqual([]);
    await context.close();
  });

  test('another site that opens the page in a window cannot see whether somebody is signed in', async () => {
    const { context, page } = await open(looks[0]);
    const seenAt = async (heading: string) => {
      const elsewhere = await context.newPage();
      const opened = context.waitForEvent('page');
      await elsewhere.evaluate((address) => {
        Object.assign(globalThis, { opened: window.open(address) });
      }, `${origin}/digest`);
      await (await opened).getByRole('heading', { name: heading }).waitFor();
      return elsewhere.evaluate(() => (globalThis as unknown as { opened: Window }).opened.closed);
    };
    expect(await seenAt('Issuer')).toBe(true);
    await page.goto(origin);
    await answerIssuer(page, 'invited');
    await page.waitForURL(`${origin}/`);
    expect(await seenAt('The last digest')).toBe(true);
    await context.close();
  });

  test('the page on the way out shows where it leads, for browsers that do not go by themselves', async () => {
    const { context, page } = await open(looks[1]);
    await page.goto(origin);
    await answerIssuer(page, 'invited');
    await page.waitForURL(`${origin}/`);
    const answer = await context.request.post(`${origin}/sign-out`);
    expect(answer.headers().refresh).toMatch(`0;url=${issuer.issuer}/session/end?`);
    await page.setContent((await answer.text()).replace('href="/style.css"', `href="${origin}/style.css"`));
    expect(await page.getByRole('link', { name: 'Go on' }).getAttribute('href')).toMatch(
      `${issuer.issuer}/session/end?`,
    );
    await examine(page, 'leaving', looks[1]);
    await context.close();
  });
});
