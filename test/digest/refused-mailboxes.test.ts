import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMailEventsHandler } from '../../lambdas/mail-events/create-mail-events-handler.ts';
import { createSendDigestsHandler } from '../../lambdas/send-digests/create-send-digests-handler.ts';
import { digestSendCommand } from '../../lib/cli/digest-send.ts';
import { askConfirmation } from '../../lib/digest/ask-confirmation.ts';
import type { Mail } from '../../lib/digest/mailer.ts';
import { readConfirmationToken } from '../../lib/digest/reader-links.ts';
import { defaultSettings } from '../../lib/digest/subscriber.ts';
import { mailEvents } from '../../lib/local/mail-event-feed.ts';
import { parseSendEmail } from '../../lib/local/send-email-request.ts';
import { toSqsEvent } from '../../lib/local/sqs-event.ts';
import { recordedIo } from '../cli/recorded-io.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { watchLog } from './tick.ts';

const log = watchLog();
const settings = { ...defaultSettings, zone: 'UTC', hour: 7, language: 'en' } as const;
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

/** Both functions on one set of stores; what was mailed is told to the second as SES and the queue tell it. */
function openFunctions() {
  const world = fakeWorld({ subscribers: [] });
  const confirmations = createMemoryConfirmationStore(world.needs.now);
  const subscriberStore = createMemorySubscriberStore();
  const services = {
    ...world.needs,
    ...{ subscriberStore, confirmationStore: confirmations.store, usageStore: createMemoryUsageStore() },
    settings: {
      region: 'us-east-1',
      metricsNamespace: undefined,
      queueUrls: { 'mail-events': 'https://sqs/mail-events' },
    },
  };
  const send = createSendDigestsHandler(services);
  const take = createMailEventsHandler(services);
  return {
    ...{ subscriberStore, accepted: world.accepted, refusals: confirmations.refusals },
    ask: (address: string) => askConfirmation({ purpose: 'sign-up', address, language: 'en', settings }, services),
    tick: (time: string) => {
      world.clock.now = time;
      return send({ time }, context);
    },
    sendTest: (to: string) => digestSendCommand({ to, test: true }, services, recordedIo()),
    async press(mail: Mail | undefined) {
      const [, token = ''] = /\/confirm\?token=([\w.-]+)/.exec(mail?.text ?? '') ?? [];
      const id = readConfirmationToken(token, services.signingKey, services.now()) ?? '';
      return confirmations.store.move(id, ['claimed', 'sent'], { state: 'confirmed' });
    },
    tell(mail: Mail | undefined) {
      const request = parseSendEmail({
        ConfigurationSetName: 'vigil',
        FromEmailAddress: services.senderAddress,
        Destination: { ToAddresses: [mail?.to] },
        EmailTags: Object.entries(mail?.tags ?? {}).map(([Name, Value]) => ({ Name, Value })),
        Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
      });
      const bodies = mailEvents(request, { messageId: 'm-1', sentAt: services.now().toISOString() });
      const messages = bodies.map((body, index) => ({
        ...{ MessageId: `${index}`, ReceiptHandle: `${index}`, Body: JSON.stringify(body) },
        Attributes: { ApproximateReceiveCount: '1' },
      }));
      return take(toSqsEvent(messages, 'https://sqs/mail-events'), context);
    },
  };
}

test.each(['bounce', 'complaint'])(
  'after a %s of the mail that asked it, an address is asked by nobody any more, however it is written',
  async (kind) => {
    const { ask, tick, tell, accepted, refusals } = openFunctions();
    await ask(`${kind}@simulator.amazonses.com`);
    await tick('2026-08-28T08:00:00.000Z');
    expect(accepted).toHaveLength(1);
    expect(await tell(accepted[0])).toEqual({ batchItemFailures: [] });
    expect(refusals()).toHaveLength(1);

    for (const day of ['29', '30', '31']) {
      await ask(`${kind}+${day}@SIMULATOR.amazonses.com`);
      await tick(`2026-08-${day}T08:00:00.000Z`);
    }
    expect(accepted).toHaveLength(1);
    expect(log.outcomes.filter(({ stage }) => stage === 'confirmation').map(({ outcome }) => outcome)).toEqual([
      ...['sent', 'suppressed', 'suppressed', 'suppressed'],
    ]);
    expect(log.lines.join('\n')).not.toContain('@');
  },
);

test('who confirmed and then called the very mail unwanted gets no digest', async () => {
  const { ask, tick, press, tell, accepted, subscriberStore } = openFunctions();
  await ask('complaint@simulator.amazonses.com');
  await tick('2026-08-28T08:00:00.000Z');
  await press(accepted[0]);
  await tick('2026-08-28T08:05:00.000Z');
  expect((await subscriberStore.list()).map(({ state }) => state)).toEqual(['active']);
  await tell(accepted[0]);
  expect((await subscriberStore.list()).map(({ state }) => state)).toEqual(['suppressed']);
});

test('a button that was pressed before the complaint was told makes nobody a reader', async () => {
  const { ask, tick, press, tell, accepted, subscriberStore } = openFunctions();
  await ask('complaint@simulator.amazonses.com');
  await tick('2026-08-28T08:00:00.000Z');
  await press(accepted[0]);
  await tell(accepted[0]);
  await tick('2026-08-28T08:05:00.000Z');
  expect(await subscriberStore.list()).toEqual([]);
});

test.each(['bounce', 'complaint'])('a %s of a test ends all mail to its address', async (kind) => {
  const { ask, tick, tell, sendTest, subscriberStore, accepted, refusals } = openFunctions();
  const address = `${kind}@simulator.amazonses.com`;
  await subscriberStore.add(sampleSubscriber({ address: `${kind}+reader@simulator.amazonses.com` }));
  for (const to of [address, `${kind}+reader@simulator.amazonses.com`]) {
    await sendTest(to);
    expect(await tell(accepted.at(-1))).toEqual({ batchItemFailures: [] });
    await expect(sendTest(to)).rejects.toThrow(/bounced there|is suppressed/);
  }
  expect(refusals()).toMatchObject([{ reason: kind === 'bounce' ? 'bounced' : 'complained' }]);
  expect((await subscriberStore.list()).map(({ state }) => state)).toEqual(['suppressed']);
  await ask(address);
  await tick('2026-08-28T08:00:00.000Z');
  expect(accepted.map(({ tags }) => tags.kind)).toEqual(['test', 'test']);
});
