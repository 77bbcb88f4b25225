import { openMailFolder, type SentMail } from '../../lib/local/mail-folder.ts';
import type { CloudStage } from './cloud-stage.ts';
import type { InvocationEnd } from './execution-environment.ts';
import { askPage } from './read-page.ts';

/** What the page answers in {@link confirmAddresses}. */
export const confirmingStatuses: Readonly<Record<string, number>> = {
  'GET /editions/TOKEN': 200,
  'GET /preferences': 200,
  'POST /preferences to save': 200,
  'POST /preferences for another address': 200,
  'GET /editions/feed/TOKEN.atom': 200,
  'GET /sign-up': 200,
  'POST /sign-up': 200,
  'POST /sign-up by who calls it unwanted': 200,
  'GET /confirm by signs-up@vigil.example': 200,
  'POST /confirm by signs-up@vigil.example': 200,
  'GET /confirm by moved@vigil.example': 200,
  'POST /confirm by moved@vigil.example': 200,
};

export const addresses = { stranger: 'signs-up@vigil.example', moved: 'moved@vigil.example' } as const;

/**
 * Everything that addresses come by: a stranger signs up, and the reader of the mail chooses what they get and moves to
 * another address. Asked on the page, mailed at a tick, confirmed by the button, done at the next.
 *
 * @returns the status code of each request, and how the ticks ended
 */
export async function confirmAddresses(cloud: CloudStage, mail: SentMail, tick: () => Promise<InvocationEnd>) {
  const statuses: Record<string, number> = {};
  const ends: InvocationEnd[] = [];
  async function look(name: string, url: string, form?: Record<string, string>): Promise<string> {
    const init = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await askPage(cloud, new Request(url, init));
    statuses[`${form ? 'POST' : 'GET'} ${name}`] = response.status;
    return response.text();
  }
  const { pageUrl } = cloud.world;

  await look('/editions/TOKEN', linkOf(mail, 'editions/'));
  const preferences = linkOf(mail, 'preferences');
  const page = await look('/preferences', preferences);
  const rhythm = { zone: 'UTC', hour: '0', language: 'en', frequency: 'instant' };
  await look('/preferences to save', preferences, { action: 'save', ...rhythm });
  await look('/preferences for another address', preferences, { action: 'change-address', address: addresses.moved });
  const [, feed = ''] = /<code>([^<]+\.atom)<\/code>/.exec(page) ?? [];
  await look('/editions/feed/TOKEN.atom', feed);

  await look('/sign-up', `${pageUrl}/sign-up`);
  await look('/sign-up', `${pageUrl}/sign-up`, { address: addresses.stranger, ...rhythm, frequency: 'daily' });
  const unwanted = { address: 'complaint@simulator.amazonses.com', ...rhythm, frequency: 'daily' };
  await look('/sign-up by who calls it unwanted', `${pageUrl}/sign-up`, unwanted);
  ends.push(await tick());
  for (const address of Object.values(addresses)) {
    const asked = openMailFolder(cloud.stack.mailDir)
      .list()
      .find(({ to }) => to.includes(address));
    if (!asked) throw new Error(`nobody asked ${address} to confirm`);
    const link = linkOf(asked, 'confirm');
    await look(`/confirm by ${address}`, link);
    await look(`/confirm by ${address}`, link, {});
  }
  // One makes the reader and moves the other, the next writes to the former address.
  ends.push(await tick(), await tick());
  return { statuses, ends };
}

/** The address of the page that the mail's text leads to. */
function linkOf({ text = '' }: SentMail, path: string): string {
  const [, url] = new RegExp(`(https://\\S+/${path}\\S+)`).exec(text) ?? [];
  if (url === undefined) throw new Error(`the mail has no link to ${path}`);
  return url;
}
