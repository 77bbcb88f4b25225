import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import { FeedMessage } from '../../lib/feeds/work-queues.ts';
import { processServices } from '../../lib/services.ts';

const services = processServices();

export const handler = createQueueHandler({
  stage: 'fetch-feed',
  queueUrl: services.settings.queueUrls.feeds,
  schema: FeedMessage,
  run: (message) => fetchFeed(message, services),
});
