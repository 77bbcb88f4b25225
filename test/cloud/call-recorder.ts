import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { accessKeyOf } from './access-key-of.ts';
import type { AwsCall, AwsRequest, AwsService } from './aws-call.ts';
import { denyAccess } from './deny-access.ts';
import { nameDynamoCall } from './name-dynamo-call.ts';
import { nameS3Absence, nameS3Call } from './name-s3-call.ts';
import { nameSesCall } from './name-ses-call.ts';
import { nameSqsCall } from './name-sqs-call.ts';

export interface RecorderOptions {
  /** Address of each embedded service. */
  targets: Readonly<Record<AwsService, string>>;
  /** That SES knows. */
  identities: readonly string[];
  /**
   * Asked before a call goes on; a refused one is answered as AWS answers it.
   *
   * @param accessKeyId of the caller
   */
  authorise: (accessKeyId: string, call: AwsCall) => boolean;
  /** A request that nobody here knows how to judge. */
  onFault: (reason: string) => void;
}

/** Stands between the functions and the embedded services: names every call, has it judged, and lets it through. */
export async function startCallRecorder(options: RecorderOptions) {
  const services = Object.keys(options.targets) as AwsService[];
  const doors = await Promise.all(services.map((service) => openDoor(service, options)));
  const urls = Object.fromEntries(services.map((service, index) => [service, doors[index]?.url ?? '']));
  return {
    urls: urls as Record<AwsService, string>,
    close: async () => void (await Promise.all(doors.map((door) => door.close()))),
  };
}

async function openDoor(service: AwsService, options: RecorderOptions) {
  const server = createServer((asked, response) => {
    pass(service, options, asked, response).catch((error: unknown) => {
      options.onFault(String(error));
      response.writeHead(501).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(
  service: AwsService,
  { targets, identities, authorise }: RecorderOptions,
  asked: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url: path = '', headers } = asked;
  const aws: AwsRequest = { method, path, headers, body: await buffer(asked) };
  const caller = accessKeyOf(headers.authorization);
  const calls = nameCalls[service](aws, identities);
  const refused = calls.find((call) => !authorise(caller, call));
  if (refused) return denyAccess(service, refused, response);
  const answer = await forward(targets[service], aws);
  const absence = service === 's3' && answer.status === 404 ? nameS3Absence(calls) : undefined;
  if (absence && !authorise(caller, absence)) return denyAccess(service, absence, response);
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

const nameCalls: Readonly<Record<AwsService, (asked: AwsRequest, identities: readonly string[]) => AwsCall[]>> = {
  dynamodb: nameDynamoCall,
  sqs: nameSqsCall,
  s3: nameS3Call,
  ses: nameSesCall,
};

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function forward(target: string, { method, path, headers, body }: AwsRequest): Promise<Answer> {
  const { hostname, port, host } = new URL(target);
  const passed = { ...headers, host, connection: 'close' };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: passed }, (response) => {
      buffer(response).then((bytes) => {
        const { connection, 'keep-alive': keepAlive, 'transfer-encoding': chunked, ...kept } = response.headers;
        resolve({ status: response.statusCode ?? 502, headers: kept, body: bytes });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
