import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadRequestException, SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { expect, onTestFinished, test } from 'vitest';
import { startSesServer } from '../../lib/local/ses-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const mail = {
  FromEmailAddress: 'Vigil <digest@vigil.example>',
  Destination: { ToAddresses: ['reader@example.org'] },
  Content: {
    Simple: {
      Subject: { Data: 'سه گزارش تازه <b>' },
      Body: { Html: { Data: '<p onclick="x">گزارش</p>' }, Text: { Data: 'گزارش <script>' } },
      Headers: [
        { Name: 'List-Unsubscribe', Value: '<https://vigil.example/u/abc>, <mailto:u@vigil.example>' },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ],
    },
  },
  EmailTags: [{ Name: 'edition', Value: '2026-09-01' }],
} satisfies SendEmailCommandInput;

async function startServer(dir = temporaryFolder()) {
  const server = await startSesServer(dir);
  onTestFinished(() => server.close());
  const ses = new SESv2Client({
    region: 'us-east-1',
    endpoint: server.url,
    maxAttempts: 1,
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });
  return { ...server, dir, send: (input: SendEmailCommandInput) => ses.send(new SendEmailCommand(input)) };
}

const read = async (url: string) => (await fetch(url)).text();

test('a mail is kept as a file with both parts and its list headers', async () => {
  const { dir, send } = await startServer();
  const { MessageId } = await send(mail);
  const files = readdirSync(dir).filter((file) => file.endsWith('.eml'));
  expect(files).toEqual([expect.stringMatching(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT.*Z-${MessageId}\\.eml$`))]);
  const eml = readFileSync(join(dir, files[0] ?? ''), 'utf8');
  expect(eml).toContain('List-Unsubscribe: <https://vigil.example/u/abc>, <mailto:u@vigil.example>\r\n');
  expect(eml).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  expect(eml).toMatch(/Content-Type: multipart\/alternative/);
  expect([...eml.matchAll(/^Content-Type: text\/\w+/gm)].map(String)).toEqual([
    'Content-Type: text/plain',
    'Content-Type: text/html',
  ]);
});

test('a raw mail is kept byte for byte', async () => {
  const { url, send } = await startServer();
  const raw = 'From: a@vigil.example\r\nTo: b@example.org\r\nSubject: raw\r\nX-Kept: yes\r\n\r\nbody\r\n';
  const { MessageId } = await send({ Content: { Raw: { Data: Buffer.from(raw) } } });
  expect(await read(`${url}/mail/${MessageId}.eml`)).toBe(raw);
  expect(await read(`${url}/`)).toContain('b@example.org');
});

test.each([
  ['no recipient', { ...mail, Destination: {} }],
  ['an address without a domain', { ...mail, Destination: { ToAddresses: ['reader'] } }],
  ['an address with a line break', { ...mail, Destination: { ToAddresses: ['a@example.org\r\nBcc: b@example.org'] } }],
  [
    '51 recipients',
    { ...mail, Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `r${n}@example.org`) } },
  ],
  ['no subject', { ...mail, Content: { Simple: { ...mail.Content.Simple, Subject: { Data: '' } } } }],
  ['no sender', { ...mail, FromEmailAddress: undefined }],
])('%s is refused as SES refuses it', async (_, input) => {
  const { dir, send } = await startServer();
  await expect(send(input as SendEmailCommandInput)).rejects.toBeInstanceOf(BadRequestException);
  expect(readdirSync(dir)).toEqual([]);
});

test('the pages list the newest mail first and escape what the mail says', async () => {
  const { url, send } = await startServer();
  await send(mail);
  const { MessageId } = await send({
    ...mail,
    Content: { Simple: { ...mail.Content.Simple, Subject: { Data: 'newer' } } },
  });
  const list = await read(`${url}/`);
  expect(list.indexOf('newer')).toBeLessThan(list.indexOf('سه گزارش تازه &lt;b&gt;'));
  const page = await fetch(`${url}/mail/${MessageId}`);
  const html = await page.text();
  expect(html).toContain('srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;p onclick=&quot;x&quot;&gt;');
  expect(html).toContain('گزارش &lt;script&gt;');
  expect(html).not.toContain('<script');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the list is there again after a restart', async () => {
  const first = await startServer();
  await first.send(mail);
  await first.close();
  const second = await startServer(first.dir);
  expect(await read(`${second.url}/`)).toContain('reader@example.org');
});

test('a host name that was pointed at this machine reads nothing', async () => {
  const { url } = await startServer();
  const { createSesApp } = await import('../../lib/local/ses-server.ts');
  const { openMailFolder } = await import('../../lib/local/mail-folder.ts');
  const app = createSesApp(openMailFolder(temporaryFolder()), async () => {});
  expect((await app.request('http://elsewhere.example/')).status).toBe(421);
  expect((await fetch(url)).status).toBe(200);
});
