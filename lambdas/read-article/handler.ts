import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { readArticle } from '../../lib/coverage/read-article.ts';
import { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import { processServices } from '../../lib/services.ts';

const services = processServices();

export const handler = createQueueHandler({
  stage: 'read-article',
  queueUrl: services.settings.queueUrls.articles,
  schema: ArticleMessage,
  run: (message, receiveCount) => readArticle(message, receiveCount, services),
});
