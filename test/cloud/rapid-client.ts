import { Agent, request } from 'node:http';

const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Under way since the handler ended. The native client waits for it and blocks; here the next call does. */
let posted: Promise<unknown> = Promise.resolve();

interface Answer {
  bodyJson: string;
  headers: object;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next */
export async function next(): Promise<Answer> {
  await posted;
  return call('GET', 'next');
}

export function done(requestId: string, body: string): void {
  posted = call('POST', `${requestId}/response`, body, { 'content-type': 'application/json' });
}

export function error(requestId: string, body: string, xrayCause: string): void {
  const headers = { 'content-type': 'application/json', 'lambda-runtime-function-xray-error-cause': xrayCause };
  posted = call('POST', `${requestId}/error`, body, headers);
}

function call(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: `/2018-06-01/runtime/invocation/${path}`, method, agent, headers };
    const asked = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ bodyJson: Buffer.concat(chunks).toString('utf8'), headers: response.headers }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
