import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { observed } from '../../lib/aws/telemetry.ts';
import { fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import { FETCH_RESERVE_SECONDS, FeedMessage } from '../../lib/feeds/work-queues.ts';
import { fetchFeedServices } from '../../lib/services.ts';

const services = fetchFeedServices();
const handle = createQueueHandler({
  stage: 'fetch-feed',
  queueUrl: services.settings.queueUrls.feeds,
  schema: FeedMessage,
  reserveSeconds: FETCH_RESERVE_SECONDS,
  run: (message) => fetchFeed(message, services),
});
export const handler = observed('fetch-feed', handle, services);
