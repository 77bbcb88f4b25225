import { readUnproven } from '../digest/reader-token.ts';

/** Parts of a link's query that open something for one reader. */
const READERS_OWN = /\/(unsubscribe|preferences|confirm)\?token=[\w.-]+/g;
/** An article's verdict by mail leads to the article's page, where whoever may open it can say theirs. */
const FEEDBACK = /\/feedback\?token=([\w.-]*[\w-])(?:&(?:amp;)?verdict=[\w-]+)?/g;

/**
 * A stored mail without its reader's tokens: whoever is shown it may not unsubscribe others, change their settings or
 * vote for them.
 */
export const withoutTokens = (mail: string): string =>
  mail.replace(READERS_OWN, '/$1').replace(FEEDBACK, (_, token: string) => {
    const articleId = readUnproven('feedback', token)?.articleId;
    return articleId === undefined ? '/feedback' : `/articles/${articleId}#feedback`;
  });
