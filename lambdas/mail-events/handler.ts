import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { observed } from '../../lib/aws/telemetry.ts';
import { mailEventTexts } from '../../lib/digest/mail-event.ts';
import { recordMailEvent } from '../../lib/digest/record-mail-event.ts';
import { mailEventsServices } from '../../lib/services.ts';

const services = mailEventsServices();
const handle = createQueueHandler({
  stage: 'mail-events',
  queueUrl: services.settings.queueUrls['mail-events'],
  ...mailEventTexts,
  reserveSeconds: 10,
  run: (event) => recordMailEvent(event, services),
});
export const handler = observed('mail-events', handle, services);
