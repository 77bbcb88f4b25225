import { afterAll, beforeAll, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { articleWorld, messageOf } from '../fakes/article-world.ts';
import { fetchedDocument } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

test('the trace repeats why robots.txt was not asked', async () => {
  const { queue, read, item, page } = articleWorld();
  const message = messageOf('a');
  await queue(message);
  page.answer = fetchedDocument({ url: message.url, robotsException: 'robots.txt not asked, as agreed' });
  await read(message);
  expect(item(message)?.trace.at(-1)?.what).toMatch(
    /^page read: \d+ characters, quality 0\.90; robots\.txt not asked, as agreed; relevant: /,
  );
});
