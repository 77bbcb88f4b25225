import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import { FeedMessage } from '../../lib/feeds/work-queues.ts';
import { createServices } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';

const services = createServices(readSettings());

export const handler = createQueueHandler({
  stage: 'fetch-feed',
  queueUrl: services.settings.queueUrls.feeds,
  schema: FeedMessage,
  run: (message) => fetchFeed(message, services),
});
