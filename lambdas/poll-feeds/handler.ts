import { observed } from '../../lib/aws/telemetry.ts';
import { pollFeeds } from '../../lib/feeds/poll-feeds.ts';
import { pollFeedsServices } from '../../lib/services.ts';

const services = pollFeedsServices();

/** @param event what the schedule sends; `pollAll` only when an operator runs a pass by hand */
const poll = (event: { pollAll?: boolean }) => pollFeeds({ pollAll: event.pollAll }, services);
export const handler = observed('poll-feeds', poll, services);
