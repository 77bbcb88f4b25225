import { mailEventsServices } from '../../lib/services.ts';
import { createMailEventsHandler } from './create-mail-events-handler.ts';

export const handler = createMailEventsHandler(mailEventsServices());
