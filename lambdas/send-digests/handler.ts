import { sendDigests } from '../../lib/digest/send-digests.ts';
import { processServices } from '../../lib/services.ts';

const services = processServices();

/** @param event what EventBridge sends; `settleSeconds` only when an operator sends after a pass that has ended */
export const handler = (event: { time: string; settleSeconds?: number }) =>
  sendDigests({ time: event.time, settleSeconds: event.settleSeconds }, services);
