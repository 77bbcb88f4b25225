import { serveParsingBox } from '../feeds/serve-parsing-box.ts';
import type { ArticleReading, PageDocument } from './article.ts';
import { extractArticle } from './extract-article.ts';

serveParsingBox<PageDocument, ArticleReading>((page) => extractArticle(page, new Date()));
