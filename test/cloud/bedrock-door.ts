import { createServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { converseAnswer, filledForm } from '../aws/converse-answer.ts';
import { accessKeyOf } from './access-key-of.ts';
import type { RecorderOptions } from './call-recorder.ts';
import { nameBedrockCall } from './name-bedrock-call.ts';

/** What the model says of every text: that it belongs to the coverage, whatever the rules found. */
const JUDGEMENT = { verdict: 'relevant', themes: ['testimony'], reason: 'It tells of the prisoners of 1988.' };

/**
 * Bedrock as a function sees it, with the judge at its door. It speaks HTTP/2, as the real one does, so that it is no
 * service that the recorder could pass a request on to.
 */
export async function openBedrockDoor({ authorise, onFault }: Pick<RecorderOptions, 'authorise' | 'onFault'>) {
  const server = createServer();
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session));
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    stream.on('error', () => {});
    buffer(stream)
      .then(() => {
        const [method, path] = [String(headers[':method']), String(headers[':path'])];
        const caller = accessKeyOf(headers.authorization);
        const refused = nameBedrockCall({ method, path }).find((call) => !authorise(caller, call));
        const status = refused ? 403 : 200;
        stream.respond({
          ':status': status,
          'content-type': 'application/json',
          ...(refused && { 'x-amzn-errortype': 'AccessDeniedException' }),
        });
        const message = `the role is not authorized to perform: ${refused?.action} on resource: ${refused?.resources[0]}`;
        stream.end(JSON.stringify(refused ? { message } : converseAnswer([filledForm(JUDGEMENT)])));
      })
      .catch((error: unknown) => {
        onFault(String(error));
        stream.respond({ ':status': 501 }, { endStream: true });
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
