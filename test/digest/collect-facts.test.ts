import { expect, test } from 'vitest';
import { collectFigures } from '../../lib/digest/collect-figures.ts';
import { collectWordings } from '../../lib/digest/collect-wordings.ts';
import { sampleCoverage, sampleFacts, sampleFigure, sampleWording } from './sample-coverage.ts';

const AMNESTY = { id: 'amnesty-international', name: 'Amnesty International' };

const printing = (outletId: string, ...figures: ReturnType<typeof sampleFigure>[]) =>
  sampleCoverage({ outletId, facts: sampleFacts({ figures }) });

test('a figure is counted by article and outlet, with whom the articles credit, however they word it', () => {
  const figures = collectFigures([
    printing(
      'a.example',
      sampleFigure('at least 5,000', 5000, 'deaths', AMNESTY),
      sampleFigure('5,000', 5000, 'deaths'),
    ),
    printing('b.example', sampleFigure('mindestens 5.000', 5000, 'unstated', { ...AMNESTY, name: 'Amnesty' })),
    { ...printing('b.example', sampleFigure('پنج هزار', 5000, 'deaths')), articleId: 'other' },
    printing('c.example', sampleFigure('30,000', 30_000, 'unstated')),
  ]);
  expect(figures).toEqual([
    {
      value: 5000,
      unit: 'deaths',
      articles: 3,
      outlets: 2,
      credits: [{ name: 'Amnesty International', articles: 2 }, { articles: 1 }],
    },
    { value: 30_000, unit: 'unstated', articles: 1, outlets: 1, credits: [{ articles: 1 }] },
  ]);
});

test('a number below a thousand is taken when more than one outlet prints it', () => {
  const alone = printing('a.example', sampleFigure('140', 140));
  expect(collectFigures([alone])).toEqual([]);
  expect(collectFigures([alone, printing('b.example', sampleFigure('140', 140))]).map(({ value }) => value)).toEqual([
    140,
  ]);
});

test('the opposition is one credit in every language', () => {
  const words = ['the opposition', 'oposición', 'l’opposition', 'oppositionen', 'المعارضة', 'Muhalefet'];
  const printed = words.map((name, index) =>
    printing(`${index}.example`, sampleFigure('30,000', 30_000, 'executed', { name })),
  );
  expect(collectFigures(printed)[0]?.credits).toEqual([{ name: 'the opposition', id: 'opposition', articles: 6 }]);
});

test('a range is another figure than its ends; names, small numbers and bare qualifiers are none', () => {
  const { value: _, ...thousands } = sampleFigure('thousands', 0);
  const figures = collectFigures([
    printing('a.example', { ...sampleFigure('2,800 to 3,800', 2800), to: 3800 }, sampleFigure('2,800', 2800)),
    printing('b.example', sampleFigure('4,482 names', 4482, 'names'), sampleFigure('22', 22), thousands),
  ]);
  expect(figures.map(({ value, to }) => [value, to])).toEqual([
    [2800, 3800],
    [2800, undefined],
  ]);
});

const wording = (...wordings: ReturnType<typeof sampleWording>[]) =>
  sampleCoverage({ facts: sampleFacts({ wordings }) });

test('a wording counts once an article: in the outlet’s own voice, else with doubt, else in quotation', () => {
  expect(
    collectWordings([
      wording(sampleWording('massacre'), sampleWording('massacre', 'quotation')),
      wording(sampleWording('massacre', 'quotation')),
      wording(sampleWording('massacre', 'outlet', true), sampleWording('massacre', 'quotation')),
      wording(sampleWording('executions')),
      sampleCoverage(),
    ]),
  ).toEqual([
    { wording: 'massacre', articles: 3, outlet: 1, quotation: 1, hedged: 1 },
    { wording: 'executions', articles: 1, outlet: 1, quotation: 0, hedged: 0 },
  ]);
});
