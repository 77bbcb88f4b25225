import { observed } from '../../lib/aws/telemetry.ts';
import { sendMails } from '../../lib/digest/send-mails.ts';
import { sendDigestsServices } from '../../lib/services.ts';

const services = sendDigestsServices();

/** @param event what the schedule sends; `settleSeconds` only when an operator sends after a pass that has ended */
const send = (event: { time: string; settleSeconds?: number }) =>
  sendMails({ time: event.time, settleSeconds: event.settleSeconds }, services);
export const handler = observed('send-digests', send, services);
