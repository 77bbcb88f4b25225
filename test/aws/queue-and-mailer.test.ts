import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createSesClient, createSesMailer } from '../../lib/aws/ses-mailer.ts';
import { createSqsArticleQueue, createSqsFeedQueue } from '../../lib/aws/sqs-work-queue.ts';
import type { Mail } from '../../lib/digest/mailer.ts';
import { ArticleMessage, FeedMessage } from '../../lib/feeds/work-queues.ts';
import type { EmbeddedAws } from '../../lib/local/embedded-aws.ts';
import { createLocalQueue } from '../../lib/local/local-queue.ts';
import { startEmbedded } from './start-embedded.ts';

let aws: EmbeddedAws;
let sqs: SQSClient;
beforeAll(async () => {
  aws = await startEmbedded();
  sqs = new SQSClient({});
});
afterAll(async () => {
  sqs?.destroy();
  await aws?.close();
});

const article = (name: string, changes: Partial<ArticleMessage> = {}): ArticleMessage => ({
  articleId: name,
  feedId: '0123456789abcdef',
  url: `https://${name}.example/a`,
  canonicalUrl: `https://${name}.example/a`,
  outletId: 'news.example',
  title: name,
  firstSeenAt: '2026-11-23T08:00:00.000Z',
  ...changes,
});

/** Everything that can be received of a queue, deleted as it comes; groups give one batch after another. */
async function drain(name: 'FEEDS' | 'ARTICLES') {
  const queue = createLocalQueue(sqs, aws.env[`${name}_QUEUE_URL`] ?? '');
  const all = [];
  for (let batch = await queue.receive(10, 0); batch.length > 0; batch = await queue.receive(10, 0)) {
    all.push(...batch);
    await queue.delete(batch);
  }
  return all.map(({ Body = '', Attributes }) => ({ body: JSON.parse(Body), group: Attributes?.MessageGroupId }));
}

test('messages come out as they went in, grouped by host and port, more than a batch of them', async () => {
  const queue = createSqsArticleQueue(sqs, aws.env.ARTICLES_QUEUE_URL ?? '');
  const sent = Array.from({ length: 23 }, (_, n) =>
    article(`n${n}`, { url: `https://host${n % 3}.example:8443/${n}` }),
  );
  await queue.send(sent);
  await queue.send([]);
  const received = await drain('ARTICLES');
  const order = (a: ArticleMessage, b: ArticleMessage) => a.articleId.localeCompare(b.articleId);
  expect(received.map(({ body }) => ArticleMessage.parse(body)).sort(order)).toEqual(sent.sort(order));
  expect(new Set(received.map(({ group }) => group))).toEqual(
    new Set(['host0.example:8443', 'host1.example:8443', 'host2.example:8443']),
  );
});

test('what is sent twice within minutes comes once; another check of a feed is another message', async () => {
  const articles = createSqsArticleQueue(sqs, aws.env.ARTICLES_QUEUE_URL ?? '');
  await articles.send([article('twice')]);
  await articles.send([article('twice', { title: 'again' })]);
  expect((await drain('ARTICLES')).map(({ body }) => body.title)).toEqual(['twice']);

  const feeds = createSqsFeedQueue(sqs, aws.env.FEEDS_QUEUE_URL ?? '');
  const first = { feedId: 'f', url: 'https://news.example/feed', lastCheckedAt: undefined };
  const second = { ...first, lastCheckedAt: '2026-11-23T08:00:00.000Z' };
  await feeds.send([first, second]);
  await feeds.send([first, second]);
  expect((await drain('FEEDS')).map(({ body }) => FeedMessage.parse(body).lastCheckedAt)).toEqual([
    undefined,
    '2026-11-23T08:00:00.000Z',
  ]);
});

test('messages that together exceed a batch, texts of every kind and the longest host names get through', async () => {
  const queue = createSqsArticleQueue(sqs, aws.env.ARTICLES_QUEUE_URL ?? '');
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example`;
  const sent = [
    ...Array.from({ length: 9 }, (_, n) => article(`big${n}`, { feedText: 'ن'.repeat(100_000) })),
    article('odd', { title: '\uFFFF\uFFFE\u0000\u202E🕯"\\', url: `https://${host}/` }),
  ];
  await queue.send(sent);
  const received = await drain('ARTICLES');
  expect(received.length).toBe(10);
  const odd = received.find(({ body }) => body.articleId === 'odd');
  expect(odd?.body.title).toBe(sent[9]?.title);
  expect(odd?.group).toMatch(/^[0-9a-f]{64}$/);
});

/** The body of every request that a queue's client sends, from a server that answers as told. */
async function sentBodies(messages: ArticleMessage[], answer: object): Promise<{ bodies: string[]; error?: unknown }> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SQSClient({ endpoint, md5: false });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  const queue = createSqsArticleQueue(client, `${endpoint}/000000000000/q.fifo`);
  return queue.send(messages).then(
    () => ({ bodies }),
    (error: unknown) => ({ bodies, error }),
  );
}

test('no character that SQS refuses leaves the house', async () => {
  const { bodies } = await sentBodies([article('odd', { title: '\uFFFF\uFFFE' })], { Successful: [], Failed: [] });
  expect(bodies.join()).not.toMatch(/[\uFFFE\uFFFF]/);
  expect(JSON.parse(JSON.parse(bodies[0] ?? '').Entries[0].MessageBody).title).toBe('\uFFFF\uFFFE');
});

test('a refused message of a batch is a fault, so that the items stay to be sent again', async () => {
  const Failed = [{ Id: '0', SenderFault: false, Code: 'InternalError', Message: 'try later' }];
  const { error } = await sentBodies([article('a')], { Successful: [], Failed });
  expect(String(error)).toBe('Error: the queue refused 1 messages: try later');
});

const settings = { senderAddress: 'digest@vigil.example', configurationSet: 'vigil' };
const mail: Mail = {
  to: 'reader@reader.example',
  subject: 'خاوران: 3 articles',
  html: '<p>متن</p>',
  text: 'متن',
  headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  tags: { kind: 'daily', edition: 'a-2026-11-23' },
};

test('a mail is accepted once with its words, headers and tags', async () => {
  const end = await createSesMailer(createSesClient(), settings).send(mail);
  expect(end).toEqual({ status: 'accepted', messageId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const list = await (await fetch(aws.mailUrl)).text();
  expect(list).toContain('خاوران: 3 articles');
});

test('a mail that SES certainly refuses is refused for good, and no address stands in the reason', async () => {
  const end = await createSesMailer(createSesClient(), settings).send({ ...mail, to: 'a@b@c.example' });
  expect(end).toEqual({ status: 'refused', retryable: false, reason: expect.stringMatching(/^BadRequestException: /) });
  expect(JSON.stringify(end)).not.toContain('c.example');
});

/** What the mailer makes of one answer, and how often it asked. */
async function sendTo(status: number, type: string, cutOff = false) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (cutOff) return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify({ message: `about reader@reader.example` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const kept = process.env.AWS_ENDPOINT_URL_SESV2;
  process.env.AWS_ENDPOINT_URL_SESV2 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createSesClient();
  onTestFinished(() => {
    process.env.AWS_ENDPOINT_URL_SESV2 = kept;
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { end: await createSesMailer(client, settings).send(mail), asked };
}

test.each([
  ['throttling', 429, 'TooManyRequestsException', { status: 'refused', retryable: true }],
  ['a paused account', 400, 'SendingPausedException', { status: 'refused', retryable: true }],
  ['a rejected message', 400, 'MessageRejected', { status: 'refused', retryable: false }],
  ['a server error', 500, 'InternalFailure', { status: 'unknown' }],
  ['an answer without a message id', 200, '', { status: 'unknown' }],
])('%s is told apart, and asked once', async (_, status, type, expected) => {
  const { end, asked } = await sendTo(status, type);
  expect({ end, asked }).toEqual({ end: { ...expected, reason: expect.any(String) }, asked: 1 });
  expect(JSON.stringify(end)).not.toContain('reader@');
});

test('a connection that is cut is an unknown end: the mail may be on its way', async () => {
  expect(await sendTo(0, '', true)).toEqual({ end: { status: 'unknown', reason: expect.any(String) }, asked: 1 });
});

test('a server that is not there has certainly accepted nothing', async () => {
  const kept = process.env.AWS_ENDPOINT_URL_SESV2;
  process.env.AWS_ENDPOINT_URL_SESV2 = 'http://127.0.0.1:1';
  onTestFinished(() => {
    process.env.AWS_ENDPOINT_URL_SESV2 = kept;
  });
  const end = await createSesMailer(createSesClient(), settings).send(mail);
  expect(end).toEqual({ status: 'refused', retryable: true, reason: 'ECONNREFUSED' });
});
