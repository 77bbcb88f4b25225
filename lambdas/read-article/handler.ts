import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { readArticle } from '../../lib/coverage/read-article.ts';
import { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import { createServices } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';

const services = createServices(readSettings());

export const handler = createQueueHandler({
  stage: 'read-article',
  queueUrl: services.settings.queueUrls.articles,
  schema: ArticleMessage,
  run: (message, receiveCount) => readArticle(message, receiveCount, services),
});
