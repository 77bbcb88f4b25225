import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { observed } from '../../lib/aws/telemetry.ts';
import { readArticle, readingReserveSeconds } from '../../lib/coverage/read-article.ts';
import { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import { readArticleServices } from '../../lib/services.ts';

const services = readArticleServices();
const handle = createQueueHandler({
  stage: 'read-article',
  queueUrl: services.settings.queueUrls.articles,
  schema: ArticleMessage,
  reserveSeconds: readingReserveSeconds(services),
  run: (message, receiveCount) => readArticle(message, receiveCount, services),
});
export const handler = observed('read-article', handle, services);
