import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import type { FigureFact } from '../../lib/classification/facts.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());
const figuresOf = (language: string, text: string, title = '') => findFacts({ title, text, language }, names).figures;
const short = ({ words, value, to, unit }: FigureFact) => [words, value, to, unit];

/** Numbers without a noun, killings in other words, persons said to be dead by the clause alone. */
const HIDDEN: [language: string, figure: unknown[], text: string][] = [
  ['en', ['thousands', undefined, undefined, 'unstated'], 'The panel in Iran sent thousands to the gallows in 1988.'],
  ['en', ['30,000', 30_000, undefined, 'unstated'], 'In Iran the slaying of 30,000 in 1988 went unpunished.'],
  ['en', ['30,000', 30_000, undefined, 'unstated'], 'They recall the 1988 massacre of 30,000 of their own in Iran.'],
  [
    'en',
    ['thousands', undefined, undefined, 'unstated'],
    'He helped condemn thousands whom nobody in Iran defended in 1988.',
  ],
  [
    'en',
    ['between 2,800 and 5,000', 2800, 5000, 'prisoners'],
    'The wiping out of between 2,800 and 5,000 inmates in Iran in 1988.',
  ],
  ['en', ['2,800 or 3,800', 2800, 3800, 'deaths'], 'In Iran 2,800 or 3,800 were killed in 1988.'],
  [
    'en',
    ['at least 110', 110, undefined, 'deaths'],
    'He is charged with murder in at least 110 cases in Iran in 1988.',
  ],
  ['en', ['unknown number', undefined, undefined, 'executed'], 'In 1988 Iran executed an unknown number of prisoners.'],
  [
    'en',
    ['several thousand', undefined, undefined, 'executed'],
    'The bodies of dozens of several thousand prisoners executed in Iran in 1988.',
  ],
  ['da', ['ukendt antal', undefined, undefined, 'executed'], 'I Iran blev et ukendt antal fanger henrettet i 1988.'],
  ['fi', ['noin 5 000', 5000, undefined, 'victims'], 'Iran tapatti vuonna 1988 noin 5 000 toisinajattelijaa.'],
  ['fa', ['چندهزار', undefined, undefined, 'executed'], 'اعدام چندهزار زندانی در تابستان ۶۷'],
  ['fa', ['ده‌ها', undefined, undefined, 'prisoners'], 'در تابستان ۶۷ ده‌ها زندانی به دار آویخته شدند.'],
];

const SENTENCES: [language: string, figure: unknown[], text: string][] = [
  ['en', ['over 30,000', 30_000, undefined, 'executed'], 'In 1988 Iran executed over 30,000 political prisoners.'],
  ['en', ['at least 5,000', 5000, undefined, 'executed'], 'Iran: at least 5,000 people were executed in 1988.'],
  ['en', ['thousands', undefined, undefined, 'executed'], 'Iran executed thousands of prisoners in 1988.'],
  [
    'en',
    ['between 2,800 and 5,000', 2800, 5000, 'prisoners'],
    'Amnesty found that between 2,800 and 5,000 prisoners died in the 1988 massacre in Iran.',
  ],
  [
    'en',
    ['2,500–30,000', 2500, 30_000, 'victims'],
    'Estimates of 2,500–30,000 victims of the 1988 massacre in Iran differ.',
  ],
  [
    'en',
    ['thirty thousand', 30_000, undefined, 'prisoners'],
    'The massacre of thirty thousand prisoners in Iran in 1988.',
  ],
  ['en', ['up to 170', 170, undefined, 'graves'], 'After the 1988 executions in Iran up to 170 are buried in Mashhad.'],
  ['en', ['110', 110, undefined, 'victims'], 'The indictment over the 1988 executions in Iran names 110 victims.'],
  [
    'fr',
    ['quelque 30 000', 30_000, undefined, 'prisoners'],
    'Le massacre de quelque 30 000 prisonniers politiques en Iran en 1988.',
  ],
  [
    'fr',
    ['Plus de 30.000', 30_000, undefined, 'executed'],
    'Plus de 30.000 prisonniers ont été exécutés en Iran en 1988.',
  ],
  [
    'fr',
    ['plusieurs milliers', undefined, undefined, 'executed'],
    'En Iran, plusieurs milliers de prisonniers ont été exécutés en 1988.',
  ],
  ['fr', ['trente mille', 30_000, undefined, 'prisoners'], 'Le massacre de trente mille prisonniers en Iran en 1988.'],
  [
    'fr',
    ['entre 4.500 et 5.000', 4500, 5000, 'victims'],
    'Le massacre de 1988 en Iran a fait entre 4.500 et 5.000 victimes.',
  ],
  [
    'de',
    ['viereinhalb Tausend', 4500, undefined, 'executed'],
    'Im Iran wurden 1988 viereinhalb Tausend Gefangene hingerichtet.',
  ],
  [
    'de',
    ['über 30.000', 30_000, undefined, 'executed'],
    'Im Sommer 1988 wurden im Iran über 30.000 Gefangene hingerichtet.',
  ],
  ['de', ['Dreißigtausend', 30_000, undefined, 'prisoners'], 'Das Massaker an Dreißigtausend Gefangenen im Iran 1988.'],
  [
    'de',
    ['mindestens 5000', 5000, undefined, 'deaths'],
    'Das Massaker von 1988 im Iran forderte mindestens 5000 Tote.',
  ],
  ['de', ['Tausende', undefined, undefined, 'executed'], 'Tausende Gefangene wurden 1988 im Iran hingerichtet.'],
  ['sv', ['fler än 30 000', 30_000, undefined, 'executed'], 'I Iran 1988 blev fler än 30 000 fångar avrättade.'],
  ['sv', ['minst 5000', 5000, undefined, 'executed'], 'I Iran avrättades minst 5000 fångar 1988.'],
  ['sv', ['Tusentals', undefined, undefined, 'executed'], 'Tusentals fångar avrättades i Iran 1988.'],
  ['no', ['rundt 5000', 5000, undefined, 'executed'], 'I Iran ble rundt 5000 fanger henrettet i 1988.'],
  ['no', ['Tusenvis', undefined, undefined, 'executed'], 'Tusenvis av fanger ble henrettet i Iran i 1988.'],
  [
    'no',
    ['mellom 2500 og 30 000', 2500, 30_000, 'victims'],
    'Massakren i Iran i 1988 krevde mellom 2500 og 30 000 ofre.',
  ],
  ['da', ['op til 30.000', 30_000, undefined, 'executed'], 'I Iran blev op til 30.000 fanger henrettet i 1988.'],
  ['da', ['Tusindvis', undefined, undefined, 'executed'], 'Tusindvis af fanger blev henrettet i Iran i 1988.'],
  ['es', ['más de 30.000', 30_000, undefined, 'executed'], 'Irán: más de 30.000 presos fueron ejecutados en 1988.'],
  ['es', ['al menos 5.000', 5000, undefined, 'executed'], 'En Irán hubo al menos 5.000 presos ejecutados en 1988.'],
  ['es', ['Miles', undefined, undefined, 'executed'], 'Miles de presos políticos fueron ejecutados en Irán en 1988.'],
  ['es', ['treinta mil', 30_000, undefined, 'prisoners'], 'La masacre de treinta mil presos en Irán en 1988.'],
  ['it', ['oltre 30.000', 30_000, undefined, 'prisoners'], 'Il massacro di oltre 30.000 prigionieri in Iran nel 1988.'],
  ['it', ['trentamila', 30_000, undefined, 'prisoners'], 'Il massacro di trentamila prigionieri in Iran nel 1988.'],
  ['it', ['migliaia', undefined, undefined, 'prisoners'], 'Il massacro di migliaia di prigionieri in Iran nel 1988.'],
  [
    'nl',
    ['meer dan 30.000', 30_000, undefined, 'executed'],
    'In Iran zijn in 1988 meer dan 30.000 gevangenen geëxecuteerd.',
  ],
  ['nl', ['Duizenden', undefined, undefined, 'executed'], 'Duizenden gevangenen zijn in 1988 in Iran geëxecuteerd.'],
  ['tr', ['30 bin', 30_000, undefined, 'executed'], "İran'da 1988 yazında 30 bin mahkum idam edildi."],
  ['tr', ['binlerce', undefined, undefined, 'executed'], "İran'da 1988 yazında binlerce mahkum idam edildi."],
  [
    'ru',
    ['более 30 тысяч', 30_000, undefined, 'executed'],
    'В Иране в 1988 году были казнены более 30 тысяч заключенных.',
  ],
  ['ru', ['не менее 5000', 5000, undefined, 'executed'], 'В Иране в 1988 году казнено не менее 5000 заключенных.'],
  ['fa', ['سی هزار', 30_000, undefined, 'prisoners'], 'قتل‌عام سی هزار زندانی سیاسی در تابستان ۶۷'],
  ['fa', ['بیش از ۳۰هزار', 30_000, undefined, 'executed'], 'در تابستان ۱۳۶۷ بیش از ۳۰هزار زندانی سیاسی اعدام شدند.'],
  ['fa', ['۳هزار و ۸۰۰', 3800, undefined, 'executed'], 'در سال ۶۷ شمار ۳هزار و ۸۰۰ نفر اعدام شدند.'],
  ['fa', ['هزاران', undefined, undefined, 'executed'], 'هزاران زندانی سیاسی در تابستان ۶۷ اعدام شدند.'],
  ['fa', ['۵۰۰۰', 5000, undefined, 'executed'], 'در سال ۶۷ شمار ۵۰۰۰ زندانی اعدام شدند.'],
  ['ar', ['ثلاثين ألف', 30_000, undefined, 'executed'], 'إعدام ثلاثين ألف سجين سياسي في إيران عام 1988.'],
  [
    'tr',
    ['30 binden fazla', 30_000, undefined, 'executed'],
    "İran'da 1988 yazında 30 binden fazla mahkum idam edildi.",
  ],
  ['ar', ['30 ألف', 30_000, undefined, 'prisoners'], 'مجزرة 30 ألف سجين سياسي في إيران عام 1988.'],
  ['ar', ['أكثر من 30 ألف', 30_000, undefined, 'executed'], 'أعدمت إيران أكثر من 30 ألف سجين سياسي عام 1988.'],
  ['ar', ['آلاف', undefined, undefined, 'executed'], 'أعدمت إيران آلاف السجناء السياسيين عام 1988.'],
  ['ar', ['٥٠٠٠', 5000, undefined, 'executed'], 'أعدمت إيران ٥٠٠٠ سجين سياسي عام ١٩٨٨.'],
];

describe('figures', () => {
  it.each([...SENTENCES, ...HIDDEN])('%s %j: %s', (language, figure, text) => {
    expect(figuresOf(language, text).map(short)).toEqual([figure]);
  });

  it('keeps each once, whatever a caption repeats', () => {
    const caption = 'A photo exhibition in memory of over 30,000 political prisoners executed in Iran in 1988';
    const text = `${caption}\n${caption}\n\nThe regime of Iran executed over 30,000 political prisoners in the 1988 massacre.\n`;
    expect(figuresOf('en', text).map(short)).toEqual([['over 30,000', 30_000, undefined, 'executed']]);
  });

  it('keeps different figures and qualifiers apart', () => {
    const text =
      'In 1988 Iran executed 30,000 prisoners. Others say that over 30,000 prisoners were executed in 1988, or 5,000 prisoners.';
    expect(figuresOf('en', text).map(({ words }) => words)).toEqual(['30,000', 'over 30,000', '5,000']);
  });

  it('gives the sentence', () => {
    const text = 'A rally was held. In 1988 Iran executed 5,000 prisoners. It rained.';
    expect(figuresOf('en', text).map(({ sentence }) => sentence)).toEqual(['In 1988 Iran executed 5,000 prisoners.']);
  });
});

describe('whom the text credits', () => {
  it('is who said it, not who ordered the killings, in whatever place they are named', () => {
    const credited = (text: string) => figuresOf('en', text).map(({ creditedId }) => creditedId);
    const killings = 'over 30,000 prisoners were executed in 1988 on a fatwa by Khomeini.';
    expect(credited(`According to Amnesty International, ${killings}`)).toEqual(['amnesty-international']);
    expect(credited(`The group says that since then, ${killings}`)).not.toEqual(['khomeini']);
  });

  it.each([
    [
      'de',
      'Amnesty geht von mindestens 5.000 Toten der Hinrichtungen von 1988 im Iran aus, die iranische Opposition von 30.000.',
      ['Amnesty International', 'Opposition'],
    ],
    [
      'sv',
      'Amnesty har uppgett att minst 5 000 fångar avrättades i Iran 1988, oppositionen talar om 30 000.',
      ['Amnesty International', 'oppositionen'],
    ],
    [
      'en',
      'Amnesty International puts the number of dead of Iran’s 1988 executions at 5,000, while the opposition says that 30,000 were hanged.',
      ['Amnesty International', 'the opposition'],
    ],
    [
      'ar',
      'منظمة العفو الدولية تتحدث عن خمسة آلاف قتيل في إعدامات إيران عام 1988، بينما تقول المعارضة إن عدد الذين أعدموا بلغ ثلاثين ألفا.',
      ['Amnesty International', 'المعارضة'],
    ],
    [
      'fr',
      'Amnesty évalue à 5 000 les prisonniers exécutés en Iran en 1988, l’opposition à 30 000.',
      ['Amnesty International', 'opposition'],
    ],
  ])('each number its own source: %s %s', (language, text, credited) => {
    expect(figuresOf(language, text).map(({ creditedTo }) => creditedTo)).toEqual(credited);
  });

  it('does not read a name over the end of a sentence', () => {
    const text = 'It was in Iran. Human Rights Watch estimates 2,800 prisoners executed in Iran in 1988.';
    expect(figuresOf('en', text).map(({ creditedId }) => creditedId)).toEqual(['human-rights-watch']);
  });

  it.each([
    [
      'en',
      'According to Amnesty International at least 5,000 prisoners were executed in Iran in 1988.',
      'amnesty-international',
    ],
    ['en', 'Human Rights Watch says that 2,800 prisoners were executed in Iran in 1988.', 'human-rights-watch'],
    ['fr', 'Selon Amnesty International, 5 000 prisonniers ont été exécutés en Iran en 1988.', 'amnesty-international'],
    ['de', 'Laut Amnesty International wurden 1988 im Iran 5000 Gefangene hingerichtet.', 'amnesty-international'],
    ['sv', 'Enligt Amnesty avrättades 5000 fångar i Iran 1988.', 'amnesty-international'],
    ['no', 'Amnesty anslår at 5000 fanger ble henrettet i Iran i 1988.', 'amnesty-international'],
    ['es', 'Según Amnistía Internacional, 5.000 presos fueron ejecutados en Irán en 1988.', 'amnesty-international'],
    [
      'it',
      'Secondo Amnesty International, 5.000 prigionieri furono giustiziati in Iran nel 1988.',
      'amnesty-international',
    ],
    ['fa', 'به گفته عفو بین‌الملل ۵۰۰۰ زندانی در سال ۶۷ اعدام شدند.', 'amnesty-international'],
    ['ar', 'وفقا لمنظمة العفو الدولية أعدمت إيران 5000 سجين عام 1988.', 'amnesty-international'],
    ['en', 'In 1988 Iran executed 5,000 prisoners.', undefined],
    ['en', 'The Death Commission in Iran had 5,000 prisoners executed in 1988.', undefined],
  ])('%s %s', (language, text, creditedId) => {
    expect(figuresOf(language, text)[0]?.creditedId).toBe(creditedId);
  });

  it('names a group in the words of the text', () => {
    const [figure] = figuresOf('en', 'Rights groups estimate that 5,000 prisoners were executed in Iran in 1988.');
    expect([figure?.creditedId, figure?.creditedTo]).toEqual([undefined, 'Rights groups']);
  });
});

describe('numbers that are no figures', () => {
  it.each([
    ['en', 'Iranian opposition holds conference in memory of 1988 massacre victims.'],
    ['en', 'Victims of the 1988 massacre in Iran were named.'],
    ['fa', 'خانواده‌های قربانیان ۶۷ گرد آمدند.'],
    ['fa', 'در سال ۱۳۶۷ زندانیان اعدام شدند.'],
    ['en', 'The 61-year-old man was tried for the 1988 executions in Iran.'],
    ['en', 'On August 30 families recalled the executions of 1988 in Iran.'],
    ['en', 'Some 70 plaintiffs spoke about the 1988 massacre in Iran.'],
    ['en', 'After 92 hearing days on the 1988 executions in Iran the court ruled.'],
    ['en', 'Resolution 627 condemns the 1988 massacre of prisoners in Iran.'],
    ['en', 'Conference on the 1988 massacre in Iran_MG_4408'],
    ['en', 'Some 10,000 demonstrators recalled the 1988 massacre in Iran.'],
    ['en', 'About 90% of the victims of the 1988 massacre in Iran were young.'],
    ['de', 'Zum 30. Jahrestag des Massakers von 1988 im Iran kamen 46 Abgeordnete.'],
    ['ar', 'الذكرى 33 لمجزرة السجناء عام 1988 في إيران.'],
    ['en', 'Iraq gassed 5,000 people in Halabja in 1988; Iran blamed it.'],
    ['en', 'Iran Air Flight 655 was shot down in 1988 and 290 people died.'],
    ['en', 'The 2009 protests left 72 people dead.'],
    ['en', 'On the anniversary of the 1988 massacre in Iran thousands rally in Berlin.'],
    ['en', 'Thousands of supporters marched in Berlin to recall the 1988 massacre in Iran.'],
    ['en', 'Thirty-one members of the Assembly deplore the 1988 executions in Iran.'],
    ['en', 'In the book forty people who came out alive speak of the killings of 1988 in Iran.'],
    ['en', 'Residents of Ashraf 3 outlived the 1988 executions in Iran.'],
    ['en', 'The group murdered 17,000, say those who defend the 1988 executions in Iran.'],
    ['sv', 'Hundratals svenskiranier tände ljus för de fångar som avrättades i Iran 1988.'],
    ['de', 'In Stuttgart stehen 300 Steine mit Namen der 1988 im Iran Hingerichteten.'],
    ['fa', 'ده‌ها تن از خانواده‌های اعدام‌شدگان تابستان ۶۷ به خاوران رفتند.'],
    ['ar', 'تجمع عشرات من ذوي ضحايا مجزرة السجناء في إيران عام 1988.'],
  ])('%s %s', (language, text) => {
    expect(figuresOf(language, text).map(short)).toEqual([]);
  });

  it.each([
    ['another year', 'In 2023 Iran executed 834 people. The 1988 massacre is unpunished.'],
    [
      'today’s dead',
      'The 1988 massacre is unpunished in Iran. Now 5,000 protesters and 30,000 people were killed in the uprising.',
    ],
    ['a battle', 'Iran remembers 1988. In the operation Mersad 2,000 people were killed.'],
  ])('leaves out the figures of %s', (_, text) => {
    expect(figuresOf('en', text).map(short)).toEqual([]);
  });
});
