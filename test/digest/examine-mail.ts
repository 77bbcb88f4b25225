import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export interface ExaminedMail {
  /** Of the document, CSS pixels: that of the window where nothing sticks out. */
  width: number;
  /** What it tried to load. */
  requests: string[];
  /** Of axe's rules. */
  violations: string[];
}

/** Opens a mail in a page that reaches nothing and has axe judge it. @param look takes pictures of it before */
export async function examineMail(
  browser: Browser,
  markup: string,
  { width, scheme }: { width: number; scheme: 'light' | 'dark' },
  look?: (page: Page) => Promise<void>,
): Promise<ExaminedMail> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const requests: string[] = [];
  await page.route('**', (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.setContent(markup);
  await look?.(page);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const result = await inPage.run();
    return {
      width: document.documentElement.scrollWidth,
      violations: result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    };
  });
  await page.close();
  return { ...found, requests };
}
