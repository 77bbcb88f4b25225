import { serveParsingBox } from '../feeds/serve-parsing-box.ts';
import type { PageDocument } from './article.ts';
import { extractArticle } from './extract-article.ts';
import type { AccountedReading } from './reading-account.ts';

serveParsingBox<PageDocument, AccountedReading>((page) => extractArticle(page, new Date()));
