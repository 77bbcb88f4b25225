import { expect, test } from 'vitest';
import { candidateChanges } from '../../lib/classification/candidate-changes.ts';
import { changeCompiled } from '../../lib/classification/change-compiled.ts';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { dealFolds } from '../../lib/classification/deal-folds.ts';
import { judgeText, type LabelledText } from '../../lib/classification/judged-text.ts';
import { type Lexicon, parseLexicon, readLexicon } from '../../lib/classification/lexicon.ts';
import { proposeChanges } from '../../lib/classification/propose-changes.ts';
import { applyChange, describeChange, patchOf, type RuleChange } from '../../lib/classification/rule-change.ts';
import { readGold } from '../../lib/cli/read-gold.ts';
import { smallLexicon } from './small-lexicon.ts';

function textsOf(count: number, words: string, isRelevant: boolean, source = 'readers'): LabelledText[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `${words} ${isRelevant} ${index}`, title: '', text: `In Iran ${words} was seen today.` },
    ...{ language: 'en', isRelevant, source },
  }));
}
/** As it is read back from the file that is written. */
const changedLexicon = (lexicon: Lexicon, change: RuleChange): Lexicon =>
  parseLexicon(JSON.parse(applyChange(JSON.stringify(lexicon), change)));

const brief = (texts: readonly LabelledText[]) =>
  proposeChanges(smallLexicon(), texts).proposals.map(({ change, all }) => [
    describeChange(change),
    all.mends.length,
    all.breaks.length,
  ]);

test('what mends most and breaks least comes first, and of equals the smaller change', () => {
  // Five points are one too few; with gamma they are no more than that.
  const texts = [...textsOf(12, 'alpha beta', true), ...textsOf(3, 'alpha gamma', false)];
  expect(brief(texts)).toEqual([
    ['en/event/beta: weight 2 → 3', 12, 0],
    ['thresholds.relevant 6 → 5', 12, 3],
    ['en/event/alpha: weight 3 → 4', 12, 3],
  ]);
});

test('the price is precision and recall, over all, by who labelled, and on labels that were not used', () => {
  const texts = [
    ...textsOf(12, 'alpha beta', true),
    ...textsOf(8, 'alpha beta beta', true, 'gold'),
    ...textsOf(10, 'alpha', false, 'gold'),
  ];
  const { proposals, unseen, wrong, parts } = proposeChanges(smallLexicon(), texts);
  const [first] = proposals;
  const recall = ({ after, before }: NonNullable<typeof first>['all']) => [before.recall.share, after.recall.share];
  expect([wrong, parts, first && recall(first.all), recall(unseen)]).toEqual([12, 5, [0.4, 1], [0.4, 1]]);
  expect(first?.bySource.readers).toMatchObject({ mends: { length: 12 }, breaks: [] });
  expect(first?.bySource.gold).toMatchObject({ mends: [], breaks: [], before: { precision: { right: 8, of: 8 } } });
  expect([first?.chosenIn, first?.worseLanguages]).toEqual([5, []]);
});

test('false alarms are mended by a higher threshold, less weight, or more counter-evidence', () => {
  const texts = [...textsOf(10, 'alpha alpha', false), ...textsOf(20, 'alpha beta beta', true)];
  expect(brief(texts)).toEqual([
    ['thresholds.relevant 6 → 6.5', 10, 0],
    ['en/event/alpha: weight 3 → 2', 10, 0],
  ]);
  const rumours = [...textsOf(10, 'alpha beta beta beta beta rumour', false), ...textsOf(10, 'alpha beta beta', true)];
  expect(brief(rumours)).toContainEqual(['confusables/rumour: weight -4 → -6', 10, 0]);
});

test('labels that say both things of the same text propose nothing', () => {
  const texts = [...textsOf(15, 'alpha beta', true), ...textsOf(15, 'alpha beta', false)];
  expect(brief(texts)).toEqual([]);
});

test('one text that a change would mend is chance', () => {
  const texts = [
    ...textsOf(1, 'alpha beta', true),
    ...textsOf(15, 'alpha alpha', true),
    ...textsOf(15, 'alpha', false),
  ];
  expect(brief(texts)).toEqual([]);
});

test('a language that pays is named', () => {
  const french = textsOf(4, 'alpha beta', false).map((text) => ({ ...text, id: `fr ${text.id}`, language: 'en-GB' }));
  const [first] = proposeChanges(smallLexicon(), [...textsOf(20, 'alpha beta', true), ...french]).proposals;
  expect(first?.worseLanguages).toEqual(['en-GB']);
});

test('a compiled lexicon with a number changed judges as the changed lexicon does, compiled anew', () => {
  const lexicon = readLexicon();
  const compiled = compileLexicon(lexicon);
  const texts = readGold(undefined)
    .filter(({ lang }) => lang === 'en')
    .slice(0, 8);
  const labelled = texts.map(({ id, lang, ...text }) => ({
    ...text,
    id: String(id),
    language: lang,
    isRelevant: false,
    source: 'gold',
  }));
  // All said to be wrong, so that every kind of change is among the candidates.
  const changes = candidateChanges(
    lexicon,
    labelled.map((text) => judgeText(text, compiled)),
  );
  const kinds = Map.groupBy(changes, ({ path }) => `${path[0]} ${path.length}`);
  const some = [...kinds.values()].flatMap((group) => group.slice(0, 1));
  expect([...kinds.keys()].sort()).toEqual(expect.arrayContaining(['languages 5', 'pairs 3', 'thresholds 2']));
  for (const change of some) {
    const [changed, anew] = [changeCompiled(compiled, change), compileLexicon(changedLexicon(lexicon, change))];
    for (const text of labelled) {
      const { ruleSetVersion: _, ...expected } = classify(text, anew);
      expect([change, classify(text, changed)]).toEqual([change, { ...expected, ruleSetVersion: lexicon.version }]);
    }
  }
});

test('a patch does not test what a file need not say', () => {
  const rule = ['languages', 'en', 'terms', 'event/alpha'];
  const add = (path: string, value: number) => [{ op: 'add', path, value }];
  expect([
    patchOf({ path: [...rule, 'weight'], from: 0, to: 1 }),
    patchOf({ path: [...rule, 'strength'], from: 1, to: 0.5 }),
    patchOf({ path: ['thresholds', 'themes', 'denial'], from: 1, to: 2 }),
  ]).toEqual([
    add('/languages/en/terms/event~1alpha/weight', 1),
    add('/languages/en/terms/event~1alpha/strength', 0.5),
    add('/thresholds/themes/denial', 2),
  ]);
  // A pair, a confusable event and a threshold have to say theirs.
  expect(patchOf({ path: ['confusables', 'a', 'weight'], from: 0, to: -1 })).toHaveLength(2);
});

test('a change is described, written as a patch and applied to a copy', () => {
  const change: RuleChange = { path: ['languages', 'en', 'terms', 'event/alpha', 'weight'], from: 3, to: 4 };
  const lexicon = smallLexicon();
  expect(patchOf(change)).toEqual([
    { op: 'test', path: '/languages/en/terms/event~1alpha/weight', value: 3 },
    { op: 'replace', path: '/languages/en/terms/event~1alpha/weight', value: 4 },
  ]);
  const changed = changedLexicon(lexicon, change);
  expect([changed.languages.en?.terms['event/alpha']?.weight, changed.version]).toEqual([4, 'small+proposed']);
  expect(lexicon).toEqual(smallLexicon());
  expect(describeChange({ path: ['pairs', 'a-b', 'weight'], from: 1, to: 2 })).toBe('pairs/a-b: weight 1 → 2');
  expect(describeChange({ path: ['thresholds', 'mention'], from: 3, to: 4 })).toBe('thresholds.mention 3 → 4');
});

test('the parts are of a size, have relevant texts alike, and do not depend on the order', () => {
  const texts = [...textsOf(23, 'alpha', true), ...textsOf(34, 'beta', false)];
  const folds = dealFolds(texts, 5);
  const sizes = [0, 1, 2, 3, 4].map((part) => folds.filter((fold) => fold === part).length);
  const relevant = [0, 1, 2, 3, 4].map(
    (part) => folds.filter((fold, index) => fold === part && texts[index]?.isRelevant).length,
  );
  expect([Math.max(...sizes) - Math.min(...sizes), Math.max(...relevant) - Math.min(...relevant)]).toEqual([1, 1]);
  const backwards = dealFolds(texts.toReversed(), 5);
  expect(backwards.toReversed()).toEqual(folds);
});
