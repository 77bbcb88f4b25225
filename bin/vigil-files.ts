import type { Command } from 'commander';
import pricesJson from '../config/prices.json' with { type: 'json' };
import secondOpinionJson from '../config/second-opinion.json' with { type: 'json' };
import type { StoredTextsNeeds } from '../lib/cli/stored-texts.ts';
import { UserError } from '../lib/errors.ts';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

/** Who asks, where the operator has named no contact. */
const CONTACT = 'mailto:operator@vigil.example';

/** The commands that read files and need no tables: what the readers and the rules make of a document. */
export function addFileCommands(program: Command): void {
  program
    .command('parse-feed')
    .description('what the feed reader makes of a document')
    .argument('<file>')
    .option('--url <url>', 'the address it came from, for relative links')
    .option('--content-type <type>', 'the media type it came with')
    .option('--json', 'as JSON')
    .action(async (file: string, options: object) => {
      const [{ parseFeedCommand }, { createFeedReader }] = await Promise.all([
        import('../lib/cli/parse-feed.ts'),
        import('../lib/feeds/feed-reader.ts'),
      ]);
      const feedReader = createFeedReader();
      await parseFeedCommand(file, options, { feedReader }, terminal).finally(() => feedReader.close());
    });

  program
    .command('extract')
    .description('article and metadata of a page, by its address or saved, or of a folder of pages')
    .argument('[file or url]')
    .option('--url <url>', 'the address the page came from')
    .option('--pages <dir>', 'a folder of <id>.html or <id>.html.gz')
    .option('--out <file>', 'where the batch is written, as JSON')
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, { pages, ...options }: { pages?: string }) => {
      if (file !== undefined && /^https?:/i.test(file)) return extractAddress(file, options);
      if ((file === undefined) === (pages === undefined)) {
        throw new UserError('extract: give one page, or --pages DIR with --out FILE', 2);
      }
      const { extractCommand } = await import('../lib/cli/extract.ts');
      await extractCommand({ file, pagesDir: pages, ...options }, terminal);
    });

  program
    .command('classify')
    .description('relevance and themes of a text, with the words that decide; or of many in JSON lines')
    .argument(
      '[file]',
      'a text whose first line is the title, JSON {title, text}, a saved web page, or - for standard input',
    )
    .option('--in <file>', 'JSON lines {id, title, text, lang?, publishedAt?}')
    .option('--out <file>', 'where the batch is written, as JSON lines (default: stdout)')
    .option('--second-opinion <model>', 'also ask a model of Bedrock about the one text, with your AWS credentials')
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, options: { in?: string; secondOpinion?: string }) => {
      if ((file === undefined) === (options.in === undefined)) {
        throw new UserError(
          'classify: give one text (FILE, or - for standard input), or --in FILE.jsonl with --out FILE.jsonl',
          2,
        );
      }
      const { classifyCommand } = await import('../lib/cli/classify.ts');
      const { secondOpinion: model, ...rest } = options;
      if (model === undefined) return classifyCommand({ file, ...rest }, terminal);
      if (file === undefined) throw new UserError('classify: --second-opinion is for one text', 2);
      const secondOpinion = await openModel(model);
      await classifyCommand({ file, ...rest, secondOpinion }, terminal).finally(() =>
        secondOpinion.opinionModel.close(),
      );
    });

  program
    .command('stories')
    .description('which texts of a file tell of the same event, as the pipeline would find; in the order of the file')
    .requiredOption('--in <file>', 'JSON lines {id, title, text, lang?, outlet?, publishedAt?, links?}')
    .option('--out <file>', 'where {id, storyId, copyOf?, storyReasons?} is written, as JSON lines')
    .action(async (options: { in: string }) => {
      const { storiesCommand } = await import('../lib/cli/stories.ts');
      await storiesCommand(options, terminal);
    });
}

/** @throws InvalidInputError for a model without a price */
async function openModel(model: string) {
  const [{ createBedrockOpinionModel }, { parseOpinionSubject }, { priceOfModel }, { parsePriceTable }] =
    await Promise.all([
      import('../lib/aws/bedrock-opinion-model.ts'),
      import('../lib/classification/opinion-subject.ts'),
      import('../lib/cost/price-of-model.ts'),
      import('../lib/cost/price-table.ts'),
    ]);
  const prices = priceOfModel(model, parsePriceTable(pricesJson), process.env.AWS_REGION ?? '');
  const opinionSubject = parseOpinionSubject(secondOpinionJson);
  return { opinionModel: createBedrockOpinionModel(model, prices), opinionSubject, prices, now: () => new Date() };
}

/** Fetches as the stages do. A server of this machine may be reached because the operator typed its address. */
async function extractAddress(url: string, options: object): Promise<void> {
  const [{ extractAddressCommand }, { createArticleReader }, { createWebFetcher }, { isLoopbackUrl }] =
    await Promise.all([
      import('../lib/cli/extract-address.ts'),
      import('../lib/articles/article-reader.ts'),
      import('../lib/http/create-web-fetcher.ts'),
      import('../lib/cli/is-loopback-url.ts'),
    ]);
  const webFetcher = createWebFetcher({
    contactUrl: process.env.CONTACT_URL ?? CONTACT,
    hostGapSeconds: 1,
    allowedOrigins: isLoopbackUrl(url) ? [new URL(url).origin] : [],
  });
  const articleReader = createArticleReader();
  try {
    await extractAddressCommand(url, options, { webFetcher, articleReader }, terminal);
  } finally {
    await Promise.all([webFetcher.close(), articleReader.close()]);
  }
}

/** The commands that try the rules; only --since needs the tables. */
export function addRulesCommands(program: Command, withNeeds: WithNeeds): void {
  const withTexts = (work: (needs: StoredTextsNeeds) => Promise<void>) =>
    withNeeds(async (needs) => {
      const { openOperatorStores } = await import('../lib/aws/operator-stores.ts');
      const { itemScan, close } = openOperatorStores(needs.settings, needs.now);
      await work({ ...needs, itemScan }).finally(close);
    });
  const rules = program.command('rules').description('the lexicon: what is wrong with it, what a change would do');
  rules
    .command('check')
    .description('schema, forms that nothing can match, forms found already, terms that fire on off-topic texts')
    .option('--lexicon <file>', 'default: the one in use')
    .option('--gold <file>', 'JSON lines of labelled texts (default: the project’s own)')
    .option('--since <when>', 'also the off-topic texts of the archive: 36h, 30d, 2026-11-20')
    .option('--json', 'as JSON')
    .action(async (options: { since?: string }) => {
      const { rulesCheckCommand } = await import('../lib/cli/rules-check.ts');
      const now = new Date();
      if (options.since === undefined) return rulesCheckCommand(options, undefined, terminal, now);
      await withTexts((needs) => rulesCheckCommand(options, needs, terminal, now));
    });
  rules
    .command('test')
    .description('what would enter and leave, precision and recall before and after')
    .option('--lexicon <file>', 'the lexicon to try')
    .option('--gold <file>', 'JSON lines of labelled texts (default: the project’s own)')
    .option('--since <when>', 'also on stored articles, what ended off topic included: 36h, 30d, 2026-11-20')
    .option('--json', 'as JSON')
    .action(async (options: { since?: string }) => {
      const { rulesTestCommand } = await import('../lib/cli/rules-test.ts');
      const now = new Date();
      if (options.since === undefined) return rulesTestCommand(options, undefined, terminal, now);
      await withTexts((needs) => rulesTestCommand(options, needs, terminal, now));
    });
  rules
    .command('propose')
    .description(
      'a threshold or weight, of relevance and of each theme, that readers’ labels speak for, with its price; changes nothing',
    )
    .option('--lexicon <file>', 'the lexicon to start from (default: the one in use)')
    .option('--gold <file>', 'JSON lines of labelled texts that count beside the labels of readers')
    .option('--since <when>', 'votes cast since: 36h, 30d, 2026-11-20 (default: all that are kept)')
    .option('--theme <theme>', 'of a theme: --out writes its first proposal, not the first of relevance')
    .option('--out <file>', 'write the lexicon with the first proposal there')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { rulesProposeCommand } = await import('../lib/cli/rules-propose.ts');
      await withNeeds((needs) => rulesProposeCommand(options, needs, terminal));
    });
}
