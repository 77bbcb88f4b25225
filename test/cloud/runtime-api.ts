import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What Lambda tells a function with an event. */
interface Invocation {
  requestId: string;
  payload: string;
  deadline: number;
  functionArn: string;
  traceId: string;
}

/** What a function said last: it asks for the next event, or how one of them, or its start, ended. */
export type RuntimeReport =
  | { kind: 'next' }
  | { kind: 'response'; requestId: string; body: Buffer }
  | { kind: 'error'; requestId: string; body: Buffer }
  | { kind: 'init-error'; body: Buffer };

export interface RuntimeApi {
  /** `127.0.0.1:<port>`, as AWS_LAMBDA_RUNTIME_API is written. */
  address: string;
  /** Answers the request for the next event that waits. */
  give(invocation: Invocation): void;
  close(): Promise<void>;
}

const PREFIX = '/2018-06-01/runtime';

/**
 * Lambda's side of one execution environment: the Runtime API.
 *
 * @param report is called for every request of the function; a report of `next` waits until `give`
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function startRuntimeApi(report: (said: RuntimeReport) => void): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    if (request.method === 'GET' && request.url === `${PREFIX}/invocation/next`) {
      waiting = response;
      return report({ kind: 'next' });
    }
    const said = request.method === 'POST' ? reportOf(request.url ?? '', body) : undefined;
    response.writeHead(said === undefined ? 404 : 202, { 'content-type': 'application/json' });
    response.end(said === undefined ? '{"errorType":"InvalidPath"}' : '{"status":"OK"}');
    if (said !== undefined) report(said);
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  // A frozen function keeps its connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    give({ requestId, payload, deadline, functionArn, traceId }) {
      if (waiting === undefined) throw new Error('the function did not ask for an event');
      waiting.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': requestId,
        'lambda-runtime-deadline-ms': String(deadline),
        'lambda-runtime-invoked-function-arn': functionArn,
        'lambda-runtime-trace-id': traceId,
      });
      waiting.end(payload);
      waiting = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reportOf(url: string, body: Buffer): RuntimeReport | undefined {
  if (url === `${PREFIX}/init/error`) return { kind: 'init-error', body };
  const [, requestId = '', kind] = /^\/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/.exec(url) ?? [];
  if (kind !== 'response' && kind !== 'error') return undefined;
  return { kind, requestId: decodeURIComponent(requestId), body };
}
