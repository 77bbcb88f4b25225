import { fileURLToPath } from 'node:url';
import { checkLexicon, type OffTopicText } from '../classification/check-lexicon.ts';
import { readLexicon } from '../classification/lexicon.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { readGold } from './read-gold.ts';
import { readSince } from './read-since.ts';
import { sayVersionTaken } from './say-version-taken.ts';
import { offTopicTexts, type StoredTextsNeeds } from './stored-texts.ts';
import { textTable } from './text-table.ts';

const LEXICON = fileURLToPath(new URL('../../config/lexicon.json', import.meta.url));

export interface RulesCheckOptions {
  lexicon?: string | undefined;
  /** JSONL of labelled texts; the project's own gold set when absent. */
  gold?: string | undefined;
  /** Also the off-topic texts of the archive first seen since then, as typed. */
  since?: string | undefined;
  json?: boolean | undefined;
}

/** @throws UserError with exit code 1 when the lexicon has a problem; what it is stands on stdout */
export async function rulesCheckCommand(
  options: RulesCheckOptions,
  needs: Omit<StoredTextsNeeds, 'coverageStore'> | undefined,
  io: CommandIo,
  now: Date,
): Promise<void> {
  const lexicon = readLexicon(options.lexicon ?? LEXICON);
  const offTopic: OffTopicText[] = readGold(options.gold)
    .filter(({ relevant, outcome }) => !relevant && outcome !== 'passing-mention')
    .map(({ title, text, lang }) => ({ title, text, language: lang }));
  if (needs && options.since !== undefined) {
    for await (const text of offTopicTexts(readSince(options.since, now), needs)) {
      if (text) offTopic.push({ title: text.title, text: text.text, language: text.shownLanguage });
    }
  }
  const { problems, tooFewTexts } = checkLexicon(lexicon, offTopic);
  if (options.json) {
    io.stdout(
      JSON.stringify({ version: lexicon.version, problems, offTopicTexts: offTopic.length, tooFewTexts }, null, 2),
    );
  } else if (problems.length === 0) io.stdout(`rule set ${lexicon.version}: nothing found`);
  else {
    const rows = problems.map(({ kind, ruleId, form, message }) => [kind, ruleId, form, message]);
    io.stdout(textTable(['problem', 'rule', 'form', 'why'], rows));
  }
  const few = Object.entries(tooFewTexts).map(([language, count]) => `${language} ${count}`);
  if (few.length > 0) {
    const hint = options.since === undefined ? '; --since 30d looks at those of the archive too' : '';
    io.stderr(`too few off-topic texts to tell which terms are too common: ${few.join(', ')}${hint}`);
  }
  const taken = options.lexicon === undefined ? undefined : sayVersionTaken(readLexicon(LEXICON), lexicon);
  if (taken !== undefined) io.stderr(taken);
  const broken = problems.filter(({ kind }) => kind !== 'swallowed').length;
  if (broken > 0) throw new UserError(`rules check: ${broken} rules to mend`);
}
