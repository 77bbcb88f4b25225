import { pollFeeds } from '../../lib/feeds/poll-feeds.ts';
import { processServices } from '../../lib/services.ts';

const services = processServices();

/** @param event what EventBridge sends; `pollAll` only when an operator runs a pass by hand */
export const handler = (event: { pollAll?: boolean }) => pollFeeds({ pollAll: event.pollAll }, services);
