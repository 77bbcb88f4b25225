import { pollFeeds } from '../../lib/feeds/poll-feeds.ts';
import { createServices } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';

const services = createServices(readSettings());

/** @param event what EventBridge sends; `pollAll` only when an operator runs a pass by hand */
export const handler = (event: { pollAll?: boolean }) => pollFeeds({ pollAll: event.pollAll }, services);
