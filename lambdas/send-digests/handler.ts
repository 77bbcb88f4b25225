import { sendDigests } from '../../lib/digest/send-digests.ts';
import { createServices } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';

const services = createServices(readSettings());

export const handler = (event: { time: string }) => sendDigests({ time: event.time }, services);
