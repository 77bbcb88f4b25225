import { createProgramToken } from '../../lib/access/create-program-token.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { SentMail } from '../../lib/local/mail-folder.ts';
import { createBrowser } from '../web/sample-browser.ts';
import type { CloudStage } from './cloud-stage.ts';

/** What the page answers in {@link readPage}. */
export const wantedStatuses: Readonly<Record<string, number>> = {
  'GET / before signing in': 303,
  'GET /api/coverage before signing in': 401,
  'GET / by the way of the issuer': 200,
  'GET /': 200,
  'GET /api/coverage': 200,
  'GET /articles/ID': 200,
  'GET /articles/LOST': 200,
  'POST /articles/ID/feedback': 303,
  'GET /feedback without a token': 400,
  'GET /feeds': 200,
  'GET /cost': 200,
  'GET /digest': 200,
  'GET /digest/latest.html': 200,
  'GET /stories/ID': 200,
  'GET /style.css': 200,
  'GET /nowhere': 404,
  'POST /sign-out': 200,
  'GET / after signing out': 303,
  'GET /api/coverage by token': 200,
  'GET /api/feeds by token': 403,
  'GET /unsubscribe': 200,
  'POST /unsubscribe': 200,
};

/**
 * Opens every kind of page as a person who signs in, as a program with a token, and as a reader who unsubscribes by the
 * link of a mail.
 *
 * @returns the status code of each request, `GET /path` → 200
 */
export async function readPage(
  cloud: CloudStage,
  [coverage, lost]: readonly Coverage[],
  mail: SentMail,
): Promise<Record<string, number>> {
  if (!coverage || !lost) throw new Error('too little coverage to look at');
  const statuses: Record<string, number> = {};
  const browser = createBrowser(cloud.world.pageUrl, (request) => askPage(cloud, request));
  async function look(name: string, path: string, init: RequestInit = {}): Promise<void> {
    statuses[`${init.method ?? 'GET'} ${name}`] = (await browser.ask(path, init)).status;
  }

  await look('/ before signing in', '/');
  await look('/api/coverage before signing in', '/api/coverage');
  const { url, response } = await browser.signIn('/', cloud.world.account);
  if (url === `${cloud.world.pageUrl}/`) statuses['GET / by the way of the issuer'] = response.status;
  // An article's text that is not in the archive: the page shows the record all the same.
  await cloud.operator.deleteObject(lost.articleKey);
  await look('/', '/');
  await look('/api/coverage', '/api/coverage?relevance=all');
  await look('/articles/ID', `/articles/${coverage.articleId}`);
  await look('/articles/LOST', `/articles/${lost.articleId}`);
  await look('/stories/ID', `/stories/${coverage.storyId}`);
  const verdict = new URLSearchParams({ verdict: 'relevant' });
  await look('/articles/ID/feedback', `/articles/${coverage.articleId}/feedback`, { method: 'POST', body: verdict });
  await look('/feedback without a token', '/feedback');
  for (const path of ['/feeds', '/cost', '/digest', '/digest/latest.html', '/style.css', '/nowhere'])
    await look(path, path);
  await look('/sign-out', '/sign-out', { method: 'POST' });
  await look('/ after signing out', '/');

  const authorization = `Bearer ${await makeToken(cloud)}`;
  await look('/api/coverage by token', '/api/coverage', { headers: { authorization } });
  await look('/api/feeds by token', '/api/feeds', { headers: { authorization } });

  const link = /<(https:[^>]+\/unsubscribe[^>]+)>/.exec(mail.headers.replace(/\r?\n[ \t]+/g, ''))?.[1] ?? '';
  await look('/unsubscribe', link);
  const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  await look('/unsubscribe', link, { method: 'POST', body: oneClick });
  return statuses;
}

/** Asks the page as API Gateway hands a request on. */
export async function askPage({ ask }: CloudStage, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { cookie, ...headers } = Object.fromEntries(request.headers);
  const answer = await ask({
    method: request.method as 'GET' | 'POST',
    path: `${pathname}${search}`,
    headers,
    cookies: cookie?.split('; ') ?? [],
    ...(request.body && { body: await request.text() }),
  });
  const answered = new Headers(answer.headers as Record<string, string>);
  for (const set of answer.cookies ?? []) answered.append('set-cookie', set);
  return new Response(answer.statusCode === 303 ? null : answer.body, {
    status: answer.statusCode,
    headers: answered,
  });
}

/** As `vigil tokens add` makes it; for the coverage alone. */
async function makeToken({ operator }: CloudStage): Promise<string> {
  const wish = { name: 'proof', scopes: ['coverage:read' as const], days: 1 };
  const { text, kept } = createProgramToken(wish, new Date());
  await operator.programTokenStore.add(kept);
  return text;
}
