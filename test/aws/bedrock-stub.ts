import { createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface StubAnswer {
  status?: number;
  /** Of the fault, as Bedrock names it. */
  fault?: string;
  body?: unknown;
  /** In place of a body: sent as it is. */
  raw?: string;
  /** Never answers. */
  isSilent?: boolean;
}

/** Bedrock as a client sees it, on loopback: HTTP/2 in clear. Its answers are given in turn, the last one for ever. */
export async function startBedrockStub(answers: readonly StubAnswer[]) {
  const requests: { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> }[] = [];
  const server = createServer();
  server.on('stream', async (stream: ServerHttp2Stream, headers) => {
    stream.on('error', () => {});
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const {
      status = 200,
      fault,
      body = {},
      raw,
      isSilent,
    } = answers[Math.min(requests.length, answers.length - 1)] ?? {};
    requests.push({ path: String(headers[':path']), headers, body: JSON.parse(Buffer.concat(parts).toString()) });
    if (isSilent) return;
    stream.respond({
      ':status': status,
      'content-type': 'application/json',
      ...(fault !== undefined && { 'x-amzn-errortype': fault }),
    });
    stream.end(raw ?? JSON.stringify(body));
  });
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const session of sessions) session.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
