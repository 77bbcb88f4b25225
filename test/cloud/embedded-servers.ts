import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDynalite } from '../../lib/local/dynalite-server.ts';
import { startFauxqs } from '../../lib/local/fauxqs-server.ts';
import { type SesServer, startSesServer } from '../../lib/local/ses-server.ts';
import type { AwsService } from './aws-call.ts';

export interface EmbeddedServers {
  urls: Readonly<Record<AwsService, string>>;
  ses: SesServer;
  mailDir: string;
  close(): Promise<void>;
}

/** The embedded services, empty: without a table, a queue or a bucket. */
export async function startEmbeddedServers(folder: string): Promise<EmbeddedServers> {
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const dynamo = await startDynalite(at('dynamodb'));
  const fauxqs = await startFauxqs(at('sqs'), at('s3'));
  const ses = await startSesServer(at('mail'));
  return {
    urls: { dynamodb: dynamo.url, sqs: fauxqs.url, s3: fauxqs.url, ses: ses.url },
    ses,
    mailDir: at('mail'),
    close: async () => void (await Promise.all([dynamo.close(), fauxqs.close(), ses.close()])),
  };
}
