import { sendDigestsServices } from '../../lib/services.ts';
import { createSendDigestsHandler } from './create-send-digests-handler.ts';

export const handler = createSendDigestsHandler(sendDigestsServices());
