import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  /** The endpoints of a caller, each leading through here. */
  env: Record<string, string>;
  /** Actions of IAM that were asked for since the last call, in alphabetical order. */
  takeActions(): string[];
  close(): Promise<void>;
}

/** Calls that another action's permission covers. */
const COVERED_BY: Readonly<Record<string, string>> = {
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
};

/** Stands between a caller and every service of its endpoints, and notes what is asked of which. */
export async function startRecordingProxy(access: Readonly<Record<string, string>>): Promise<RecordingProxy> {
  const asked = new Set<string>();
  const servers = await Promise.all(
    Object.entries(access)
      .filter(([key]) => key.startsWith('AWS_ENDPOINT_URL_'))
      .map(([key, target]) => startOne(key, target, (action) => asked.add(COVERED_BY[action] ?? action))),
  );
  return {
    env: { ...access, ...Object.fromEntries(servers.map(({ key, url }) => [key, url])) },
    takeActions() {
      const actions = [...asked].sort();
      asked.clear();
      return actions;
    },
    async close() {
      await Promise.all(servers.map(({ close }) => close()));
    },
  };
}

async function startOne(key: string, target: string, note: (action: string) => void) {
  const service = key.replace('AWS_ENDPOINT_URL_', '');
  const server = createServer((incoming, outgoing) => {
    note(actionOf(service, incoming));
    const { hostname, port } = new URL(target);
    const options = { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers };
    const forwarded = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    key,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function actionOf(service: string, { headers, method = '', url = '' }: IncomingMessage): string {
  const [, target = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const { pathname } = new URL(url, 'http://local');
  switch (service) {
    case 'DYNAMODB':
      return `dynamodb:${target}`;
    case 'SQS':
      return `sqs:${target}`;
    case 'CLOUDFORMATION':
      return 'cloudformation:DescribeStacks';
    case 'S3':
      if (pathname.split('/').filter(Boolean).length === 1) return 's3:ListBucket';
      return method === 'PUT' ? 's3:PutObject' : 's3:GetObject';
    case 'SESV2':
      if (pathname.endsWith('/account')) return 'ses:GetAccount';
      if (pathname.endsWith('/outbound-emails')) return 'ses:SendEmail';
      return `ses:${method === 'GET' ? 'GetEmailIdentity' : method}`;
    default:
      return `${service}:${target}`;
  }
}
