import { sendDigests } from '../../lib/digest/send-digests.ts';
import { processServices } from '../../lib/services.ts';

const services = processServices();

export const handler = (event: { time: string }) => sendDigests({ time: event.time }, services);
