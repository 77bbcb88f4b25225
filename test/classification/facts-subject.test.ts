import { expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());

/** Texts of which nobody said whether they are relevant, and the toll of 1988 that is read in them; '' for none. */
const TEXTS: [language: string, figure: string, text: string][] = [
  ['en', '3,800', 'Montazeri’s memoirs give the number of those put to death by then as 3,800.'],
  ['en', 'as many as 30,000', 'The letter says that the panel of Pourmohammadi helped kill as many as 30,000.'],
  ['en', '30,000', 'PMOI members lit candles for the 30,000 victims of the massacre, who went to the gallows.'],
  ['en', 'thousands', 'The report calls the execution of thousands of detainees in 1988 a crime against humanity.'],
  ['fr', 'cinq mille', 'En 1988, cinq mille détenus furent pendus en quelques semaines.'],
  ['de', '3.800', 'In Briefen nannte Montaseri 3.800 Getötete.'],
  ['sv', 'över 30 000', 'Över 30 000 politiska fångar avrättades sommaren 1988.'],
  ['no', 'rundt 5000', 'Massehenrettelsene i iranske fengsler er ustraffet. Amnesty anslår at rundt 5000 ble drept.'],
  ['ar', '2800 أو 3800', 'كان عدد من أُعدموا حتى ذلك اليوم، وفق مذكرات منتظري، 2800 أو 3800.'],
  ['en', '4,482', 'A demographer compares lists of the executed of 1988. Overlaps removed, 4,482 names remain.'],
  ['sv', 'tusentals', 'Trettiofem år efter avrättningarna av tusentals fångar berättade två kvinnor.'],
  ['en', '', 'Thirty years after the executions of thousands of prisoners two women spoke.'],
  ['en', '', 'Nouri al-Maliki was prime minister when thousands were killed in the massacre.'],
  ['en', '', 'A former political prisoner spoke in Yangon of the killings of 1988. There was silence for 3,000 dead.'],
  ['de', '', 'In Kurapaty liegen Zehntausende Erschossene in Massengräbern, die 1988 entdeckt wurden.'],
  ['no', '', 'Nesten tusen henrettet på ett år i Iran, viser årsrapporten. Oppgjøret med fengselsmassakren mangler.'],
  ['en', '', 'Most of the 2,800 inhabitants of Ashraf 3 remember those who were executed in 1988.'],
];

it.each(TEXTS)('%s: “%s” in: %s', (language, figure, text) => {
  const { figures } = findFacts({ title: '', text, language }, names);
  expect(
    figures
      .map(({ words }) => words)
      .join('; ')
      .toLowerCase(),
  ).toBe(figure.toLowerCase());
});

/** Spans of years of texts that name no year and no country: beside the hanged they are counted from some killings. */
const SPANS: [language: string, ordinal: number | undefined, text: string][] = [
  [
    'fr',
    36,
    'Des familles d’exécutés demandent de protéger les tombes. On leur interdit d’y prier depuis trente-six ans.',
  ],
  ['sv', 34, 'Det är 34 år sedan gasen föll. Riksdagen har erkänt mordet.'],
  [
    'en',
    35,
    'A sister of one of the hanged spoke. It is thirty-five years this summer, she said, since the visits stopped.',
  ],
  ['en', undefined, 'A sister of one of the hanged spoke. It is thirty years, she said, since she learnt to drive.'],
  ['fr', 33, 'Le 28 août, trente-trois bougies brûlaient, une par année écoulée depuis les exécutions de prisonniers.'],
  ['en', undefined, 'The bakery has stood in the street for thirty-five years.'],
];

it.each(SPANS)('%s: %s in: %s', (language, ordinal, text) => {
  expect(findFacts({ title: '', text, language }, names).ordinal).toBe(ordinal);
});
