import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'aws-lambda';
import { createSendDigestsHandler } from '../lambdas/send-digests/create-send-digests-handler.ts';
import { createDynamoClient } from '../lib/aws/dynamo-client.ts';
import { createDynamoRecordTable } from '../lib/aws/dynamo-record-table.ts';
import { startEmbeddedAws } from '../lib/local/embedded-aws.ts';
import { onOutcome, setLogSink } from '../lib/log.ts';
import { createServices, type Services } from '../lib/services.ts';
import { readSettings } from '../lib/settings.ts';
import { sampleSubscriber } from '../test/digest/fake-ports.ts';
import { sampleCoverage } from '../test/digest/sample-coverage.ts';

const READERS = 2_000;
const ARTICLES = 40;
const TICK_MILLISECONDS = 300_000;
const MOST_TICKS = 30;
/** All are due at this hour of one zone. */
const DUE = Date.parse('2026-08-29T07:00:00Z');

interface Tick {
  mails: number;
  /** As the alarm counts them. */
  late: number;
  clockSeconds: number;
  realSeconds: number;
}

/**
 * How many readers a tick of send-digests serves: two thousand of one zone, due at the same moment, through the function's
 * handler on the embedded services. On AWS the calls take longer than here, so each mail moves the clock on as well; a
 * tick begins no reader after four minutes.
 */
export async function benchDigest(): Promise<void> {
  for (const extra of [0, 500]) {
    const ticks = await serve(extra);
    const mails = ticks.reduce((sum, tick) => sum + tick.mails, 0);
    const real = ticks.reduce((sum, tick) => sum + tick.realSeconds, 0);
    const rate = `${((real / mails) * 1000).toFixed(0)} ms a reader here, ${extra} ms more by the clock`;
    console.log(`\ndigest: ${mails} of ${READERS} readers served in ${ticks.length} ticks; ${rate}`);
    console.log(`${row(['tick', 'mails', 'late', 'clock s', 'real s'])}`);
    for (const [index, { mails: sent, late, clockSeconds, realSeconds }] of ticks.entries())
      console.log(row([index + 1, sent, late, clockSeconds.toFixed(0), realSeconds.toFixed(0)]));
    if (mails !== READERS) process.exitCode = 1;
  }
}

async function serve(extraMilliseconds: number): Promise<Tick[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vigil-digest-'));
  const aws = await startEmbeddedAws({ dataDir });
  Object.assign(process.env, aws.env);
  setLogSink(() => {});
  const services = createServices(readSettings());
  try {
    await fill(services);
    return await runTicks(services, extraMilliseconds);
  } finally {
    setLogSink();
    await services.close();
    await aws.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill({ settings, coverageStore }: Services): Promise<void> {
  const dynamo = createDynamoClient();
  const table = createDynamoRecordTable(dynamo, 'subscribers', settings.tables.subscribers);
  for (let index = 0; index < READERS; index += 1) {
    const subscriberId = index.toString(16).padStart(16, '0');
    const address = `reader-${index}@reader.example`;
    await table.add({ ...sampleSubscriber({ subscriberId, address, zone: 'UTC', hour: 7 }), list: 'digest' });
  }
  dynamo.destroy();
  for (let index = 0; index < ARTICLES; index += 1) {
    const recordedAt = new Date(DUE - (index + 1) * 1_800_000).toISOString();
    const [day, title] = [recordedAt.slice(0, 10), `Report ${index} on the commemoration`];
    await coverageStore.add(sampleCoverage({ title, recordedAt, publishedAt: recordedAt, day, recordedDay: day }));
  }
}

async function runTicks(services: Services, extraMilliseconds: number): Promise<Tick[]> {
  const clock = { base: DUE, startedAt: performance.now(), extra: 0 };
  const now = () => new Date(clock.base + performance.now() - clock.startedAt + clock.extra);
  const mailer: Services['mailer'] = {
    send(mail) {
      clock.extra += extraMilliseconds;
      return services.mailer.send(mail);
    },
  };
  const handler = createSendDigestsHandler({ ...services, mailer, now });
  const counts = { mails: 0, late: 0 };
  const stop = onOutcome(({ stage, outcome, count = 1 }) => {
    if (stage === 'mail' && outcome === 'sent') counts.mails += count;
    if (stage === 'edition' && outcome === 'late') counts.late += count;
  });
  const ticks: Tick[] = [];
  let served = 0;
  while (served < READERS && ticks.length < MOST_TICKS) {
    Object.assign(counts, { mails: 0, late: 0 });
    Object.assign(clock, { base: DUE + ticks.length * TICK_MILLISECONDS, startedAt: performance.now(), extra: 0 });
    await handler({ time: now().toISOString() }, {} as Context);
    const clockSeconds = (now().getTime() - clock.base) / 1000;
    ticks.push({ ...counts, clockSeconds, realSeconds: (performance.now() - clock.startedAt) / 1000 });
    served += counts.mails;
    process.stderr.write(`\rdigest: ${served} of ${READERS} readers after ${ticks.length} ticks`);
  }
  process.stderr.write('\r\x1b[K');
  stop();
  return ticks;
}

const row = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padStart(9)).join('');
