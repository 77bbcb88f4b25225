import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, onTestFinished, test } from 'vitest';
import { newConfirmation } from '../../lib/digest/ask-confirmation.ts';
import { hashMailbox } from '../../lib/digest/hash-mailbox.ts';
import { mailEventTexts } from '../../lib/digest/mail-event.ts';
import { defaultSettings, type Subscriber } from '../../lib/digest/subscriber.ts';
import { createStageRunner } from '../../lib/local/stage-runner.ts';
import { type Outcome, onOutcome, setLogSink } from '../../lib/log.ts';
import { processServices } from '../../lib/services.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { openTestInstance } from './open-test-instance.ts';
import { testSqsClient } from './test-sqs-client.ts';

setLogSink(() => {});

const reader = (subscriberId: string, address: string): Subscriber =>
  sampleSubscriber({ subscriberId, address, zone: 'UTC', hour: 0 });

test('what SES says of the mails comes back through its queue: who bounces or complains gets none any more', async () => {
  const instance = await openTestInstance();
  const runner = await createStageRunner({ env: instance.env });
  const { subscriberStore, confirmationStore, editionStore, mailboxKeyStore, close } = processServices();
  onTestFinished(close);
  const readers = [
    reader('00000000000000a1', 'reader@reader.example'),
    reader('00000000000000a2', 'bounce@simulator.amazonses.com'),
    reader('00000000000000a3', 'complaint@simulator.amazonses.com'),
  ];
  for (const each of readers) await subscriberStore.add(each);

  // Nobody's address on the list: asked by a stranger to confirm, its owner calls the mail unwanted.
  const settings = { ...defaultSettings, zone: 'UTC', hour: 0, language: 'en' } as const;
  const asking = {
    purpose: 'sign-up',
    address: 'complaint+asked@simulator.amazonses.com',
    language: 'en',
    settings,
  } as const;
  await confirmationStore.add(newConfirmation(asking, new Date()));
  const mailboxId = hashMailbox(asking.address, await mailboxKeyStore.get());
  const isRefused = async () => (await confirmationStore.refusalOf(mailboxId)) !== undefined;
  expect(await isRefused()).toBe(false);

  // What SES puts there first, when it is told where to send events.
  const sqs = testSqsClient(instance.env);
  onTestFinished(() => sqs.destroy());
  const QueueUrl = instance.env.MAIL_EVENTS_QUEUE_URL;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: mailEventTexts.notice }));

  const events: Outcome[] = [];
  const stop = onOutcome((outcome) => /^mail-events?$/.test(outcome.stage) && events.push(outcome));
  const summary = await runner.runOnce({ digests: true });
  stop();

  expect([summary.mails.byOutcome, summary.faults, summary.deadLetters]).toEqual([{ sent: 3 }, 0, 0]);
  const ends = Object.groupBy(events, ({ stage, outcome }) => `${stage} ${outcome}`);
  expect(Object.fromEntries(Object.entries(ends).map(([end, of]) => [end, of?.length]))).toEqual({
    'mail-event accepted': 4,
    'mail-event delivered': 3,
    'mail-event bounced': 1,
    'mail-event complained': 2,
    'mail-events ignored': 1,
  });
  const states = (await subscriberStore.list()).map(({ address, state }) => [address.split('@')[0], state]);
  expect(await isRefused()).toBe(true);
  expect(Object.fromEntries(states)).toEqual({ reader: 'active', bounce: 'suppressed', complaint: 'suppressed' });
  const edition = await editionStore.latest('00000000000000a2');
  expect([edition?.state, (await editionStore.getSend(edition?.editionId ?? ''))?.state]).toEqual(['done', 'sent']);
});
