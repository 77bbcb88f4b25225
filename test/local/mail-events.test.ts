import { expect, onTestFinished, test } from 'vitest';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { createStageRunner } from '../../lib/local/stage-runner.ts';
import { type Outcome, onOutcome, setLogSink } from '../../lib/log.ts';
import { processServices } from '../../lib/services.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { openTestInstance } from './open-test-instance.ts';

setLogSink(() => {});

const reader = (subscriberId: string, address: string): Subscriber =>
  sampleSubscriber({ subscriberId, address, zone: 'UTC', hour: 0 });

test('what SES says of the mails comes back through its queue: who bounces or complains gets none any more', async () => {
  const instance = await openTestInstance();
  const runner = await createStageRunner({ env: instance.env });
  const { subscriberStore, editionStore, close } = processServices();
  onTestFinished(close);
  const readers = [
    reader('00000000000000a1', 'reader@reader.example'),
    reader('00000000000000a2', 'bounce@simulator.amazonses.com'),
    reader('00000000000000a3', 'complaint@simulator.amazonses.com'),
  ];
  for (const each of readers) await subscriberStore.add(each);

  const events: Outcome[] = [];
  const stop = onOutcome((outcome) => outcome.stage === 'mail-event' && events.push(outcome));
  const summary = await runner.runOnce({ digests: true });
  stop();

  expect([summary.mails.byOutcome, summary.faults, summary.deadLetters]).toEqual([{ sent: 3 }, 0, 0]);
  expect(Object.groupBy(events, ({ outcome }) => outcome)).toMatchObject({
    accepted: { length: 3 },
    delivered: { length: 2 },
    bounced: { length: 1 },
    complained: { length: 1 },
  });
  const states = (await subscriberStore.list()).map(({ address, state }) => [address.split('@')[0], state]);
  expect(Object.fromEntries(states)).toEqual({ reader: 'active', bounce: 'suppressed', complaint: 'suppressed' });
  const edition = await editionStore.latest('00000000000000a2');
  expect([edition?.state, (await editionStore.getSend(edition?.editionId ?? ''))?.state]).toEqual(['done', 'sent']);
});
