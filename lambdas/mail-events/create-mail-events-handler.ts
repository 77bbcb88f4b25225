import { createQueueHandler, type QueueClient } from '../../lib/aws/queue-handler.ts';
import { type ObservingNeeds, observed } from '../../lib/aws/telemetry.ts';
import { mailEventTexts } from '../../lib/digest/mail-event.ts';
import { type RecordMailEventNeeds, recordMailEvent } from '../../lib/digest/record-mail-event.ts';

type MailEventsServices = RecordMailEventNeeds &
  ObservingNeeds & { settings: { queueUrls: { 'mail-events': string } } };

/** @param client of the queue; the SDK's own by default */
export function createMailEventsHandler(services: MailEventsServices, client?: QueueClient) {
  const handle = createQueueHandler({
    stage: 'mail-events',
    queueUrl: services.settings.queueUrls['mail-events'],
    ...mailEventTexts,
    reserveSeconds: 10,
    run: (event) => recordMailEvent(event, services),
    client,
  });
  return observed('mail-events', handle, services);
}
