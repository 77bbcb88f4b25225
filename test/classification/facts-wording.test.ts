import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());
const factsOf = (language: string, text: string) => findFacts({ title: '', text, language }, names);

describe('wording', () => {
  it.each([
    ['en', 'massacre', 'The 1988 massacre in Iran.'],
    ['en', 'mass-executions', 'The 1988 mass executions in Iran.'],
    ['en', 'crimes-against-humanity', 'In Iran in 1988 crimes against humanity were committed.'],
    ['en', 'genocide', 'What Iran did in 1988 was genocide.'],
    ['en', 'purge', 'The 1988 purge in Iran.'],
    ['en', 'extrajudicial-killings', 'The extrajudicial executions of 1988 in Iran.'],
    ['fr', 'crimes-against-humanity', 'En Iran, en 1988, un crime contre l’humanité a été commis.'],
    ['fr', 'mass-executions', 'Les exécutions de masse de 1988 en Iran.'],
    ['de', 'mass-executions', 'Die Massenhinrichtungen von 1988 im Iran.'],
    ['de', 'genocide', 'Der Völkermord von 1988 im Iran.'],
    ['sv', 'mass-executions', 'Massavrättningarna i Iran 1988.'],
    ['no', 'massacre', 'Fengselsmassakren i Iran i 1988.'],
    ['da', 'mass-executions', 'Massehenrettelserne i Iran i 1988.'],
    ['es', 'crimes-against-humanity', 'Los crímenes de lesa humanidad de 1988 en Irán.'],
    ['it', 'massacre', 'La strage del 1988 in Iran.'],
    ['nl', 'massacre', 'Het bloedbad van 1988 in Iran.'],
    ['tr', 'mass-executions', "İran'da 1988 toplu idamları."],
    ['ru', 'mass-executions', 'Массовые казни 1988 года в Иране.'],
    ['fa', 'massacre', 'قتل‌عام زندانیان در سال ۶۷'],
    ['fa', 'genocide', 'نسل‌کشی در سال ۶۷ در ایران'],
    ['fa', 'hypocrites', 'منافقین در سال ۶۷ کجا بودند؟'],
    ['ar', 'crimes-against-humanity', 'ارتكبت إيران عام 1988 جريمة ضد الإنسانية.'],
    ['ar', 'massacre', 'مذبحة عام 1988 في إيران.'],
  ])('%s %s: %s', (language, wording, text) => {
    expect(factsOf(language, text).wordings[0]).toMatchObject({ wording, voice: 'outlet', isHedged: false });
  });

  it.each([
    ['en', 'A speaker called the 1988 executions in Iran “a genocide of prisoners”.'],
    ['fr', 'Une oratrice a parlé en Iran en 1988 d’un « génocide » de prisonniers.'],
    ['de', 'Eine Rednerin nannte die Taten von 1988 im Iran „Völkermord“.'],
    ['de', 'Eine Rednerin nannte die Taten von 1988 im Iran »Völkermord«.'],
    ['fa', 'او اعدام‌های سال ۶۷ را «نسل‌کشی» خواند.'],
    ['ar', 'وصفت ما جرى في إيران عام 1988 بأنه «إبادة جماعية».'],
  ])('tells quotation from the own voice: %s %s', (language, text) => {
    const genocide = factsOf(language, text).wordings.filter(({ wording }) => wording === 'genocide');
    expect(genocide.map(({ voice, count }) => [voice, count])).toEqual([['quotation', 1]]);
  });

  it.each([
    ['en', 'What happened in Iran in 1988 was not a massacre, he said.'],
    ['en', 'There was no massacre in Iran in 1988.'],
    ['en', 'There was never any such massacre in Iran in 1988.'],
    ['en', 'There was no 1988 massacre in Iran.'],
    ['en', '“It wasn’t a massacre,” he said of Iran in 1988.'],
    ['en', 'The 1988 massacre never happened, Iran says.'],
    ['fr', 'Il n’y a jamais eu de massacre en Iran en 1988.'],
    ['fr', 'Ce n’était pas un massacre, dit-il de l’Iran de 1988.'],
    ['de', 'Im Iran gab es 1988 kein Massaker.'],
    ['sv', 'Det var inte någon massaker i Iran 1988.'],
    ['no', 'Det var ingen massakre i Iran i 1988.'],
    ['da', 'Der var ikke tale om en massakre i Iran i 1988.'],
    ['es', 'En Irán no hubo ninguna masacre en 1988.'],
    ['es', 'No se trató de una masacre, dijo sobre Irán en 1988.'],
    ['it', 'In Iran nel 1988 non ci fu nessun massacro.'],
    ['nl', 'Er was in Iran in 1988 geen sprake van een bloedbad.'],
    ['tr', "İran'da 1988'de olanlar bir katliam değildi."],
    ['ru', 'В Иране в 1988 году не было никакой резни.'],
    ['fa', 'در ایران در سال ۶۷ قتل‌عامی در کار نبود.'],
    ['fa', 'در سال ۱۳۶۷ هیچ قتل‌عامی در ایران رخ نداد.'],
    ['fa', 'آنچه در سال ۶۷ در ایران شد قتل عام نبود.'],
    ['ar', 'لم تكن هناك مجزرة في إيران عام 1988.'],
    ['ar', 'ما جرى في إيران عام 1988 ليس مجزرة.'],
  ])('marks what is denied: %s %s', (language, text) => {
    const massacre = factsOf(language, text).wordings.filter(({ wording }) => wording === 'massacre');
    expect(massacre.map(({ isDenied }) => isDenied)).toEqual([true]);
  });

  it.each([
    ['en', 'The station did not mention the 1988 massacre in Iran.'],
    ['en', 'It was not only a massacre in Iran in 1988 but a crime.'],
    ['en', 'Iran denied the massacre of 1988.'],
    ['en', 'He was not there. The massacre in Iran in 1988 began later.'],
    ['fr', 'Ce n’était pas seulement un massacre, dit-elle de l’Iran de 1988.'],
    ['de', 'Der Iran spricht nicht über das Massaker von 1988.'],
    ['tr', "İran'da 1988'de olanlar sadece bir katliam değildi."],
    ['fa', 'آنچه در سال ۶۷ در ایران شد تنها یک قتل عام نبود.'],
    ['fa', 'خانواده‌ها از قتل عام سال ۶۷ خبر نداشتند.'],
    ['ar', 'لم تنس العائلات مجزرة عام 1988 في إيران.'],
  ])('takes no other "not" for a denial: %s %s', (language, text) => {
    const massacre = factsOf(language, text).wordings.filter(({ wording }) => wording === 'massacre');
    expect(massacre.map(({ isDenied }) => isDenied)).toEqual([undefined]);
  });

  it.each([
    ['en', 'The alleged massacre of 1988 in Iran.'],
    ['en', 'The so-called massacre of 1988 in Iran.'],
    ['fr', 'Le massacre présumé de 1988 en Iran.'],
    ['de', 'Das angebliche Massaker von 1988 im Iran.'],
    ['es', 'La supuesta masacre de 1988 en Irán.'],
    ['it', 'Il presunto massacro del 1988 in Iran.'],
    ['fa', 'قتل‌عام ادعایی سال ۶۷ در ایران'],
  ])('marks doubt: %s %s', (language, text) => {
    const massacre = factsOf(language, text).wordings.filter(({ wording }) => wording === 'massacre');
    expect(massacre.map(({ isHedged }) => isHedged)).toEqual([true]);
  });

  it("leaves out another event's and a body's name", () => {
    const text =
      'The massacre of Halabja was recalled. Justice for the Victims of the 1988 Massacre in Iran met in London.';
    expect(factsOf('en', text).wordings).toEqual([]);
  });
});

describe('quotations', () => {
  const quotationsOf = (language: string, text: string) =>
    factsOf(language, text).quotations.map(({ words, speaker, quotedBy }) => [words, speaker, quotedBy]);

  it.each([
    [
      'en',
      '“The killers must be put on trial now,” Maryam Rajavi said.',
      'The killers must be put on trial now,',
      'Maryam Rajavi',
    ],
    [
      'en',
      '“The killers must be put on trial now,” said Geoffrey Robertson in London.',
      'The killers must be put on trial now,',
      'Geoffrey Robertson',
    ],
    [
      'en',
      'Javaid Rehman said: "The killers must be put on trial now."',
      'The killers must be put on trial now.',
      'Javaid Rehman',
    ],
    ['en', '“We have waited for thirty years,” said the mother.', 'We have waited for thirty years,', 'the mother'],
    ['en', '“We have waited for thirty years,” she said.', 'We have waited for thirty years,', undefined],
    [
      'fr',
      '« Les coupables doivent être jugés maintenant », a déclaré Maryam Radjavi.',
      'Les coupables doivent être jugés maintenant',
      'Maryam Rajavi',
    ],
    [
      'de',
      '„Die Täter gehören jetzt vor Gericht“, sagte Javaid Rehman.',
      'Die Täter gehören jetzt vor Gericht',
      'Javaid Rehman',
    ],
    [
      'sv',
      '”De skyldiga måste ställas inför rätta”, sade Kenneth Lewis.',
      'De skyldiga måste ställas inför rätta',
      'Kenneth Lewis',
    ],
    [
      'es',
      '«Los culpables deben ser juzgados ya», dijo Antonio Guterres.',
      'Los culpables deben ser juzgados ya',
      'António Guterres',
    ],
    [
      'it',
      '«I colpevoli devono essere processati subito», ha detto Maryam Rajavi.',
      'I colpevoli devono essere processati subito',
      'Maryam Rajavi',
    ],
    [
      'ru',
      '«Виновные должны предстать перед судом», сказала Марьям Раджави.',
      'Виновные должны предстать перед судом',
      'Maryam Rajavi',
    ],
    ['fa', 'مریم رجوی گفت: «آمران این جنایت باید محاکمه شوند.»', 'آمران این جنایت باید محاکمه شوند.', 'Maryam Rajavi'],
    [
      'fa',
      'مادر یک زندانی گفت: «هنوز نمی‌دانم فرزندم کجاست و چرا.»',
      'هنوز نمی‌دانم فرزندم کجاست و چرا.',
      'مادر یک زندانی',
    ],
    [
      'ar',
      'قالت مريم رجوي: «يجب محاكمة المسؤولين عن هذه الجريمة.»',
      'يجب محاكمة المسؤولين عن هذه الجريمة.',
      'Maryam Rajavi',
    ],
  ])('%s %s', (language, text, words, speaker) => {
    expect(quotationsOf(language, text)).toEqual([[words, speaker, undefined]]);
  });

  it('takes no term in quotation marks for speech', () => {
    expect(quotationsOf('en', 'The “Death Commission” sat in Evin, said Amnesty.')).toEqual([]);
  });

  it('names who quotes whom', () => {
    const text =
      '“Last month Mostafa Pourmohammadi said, ‘Now is the time to fight them one by one.’ He feels safe,” Maryam Rajavi said.';
    expect(quotationsOf('en', text)).toEqual([
      [text.slice(1, text.indexOf('”')), 'Maryam Rajavi', undefined],
      ['Now is the time to fight them one by one.', 'Mostafa Pourmohammadi', 'Maryam Rajavi'],
    ]);
  });

  it('joins paragraphs that each open the quotation anew', () => {
    const text =
      'Maryam Rajavi said: “The first part of the speech is here.\n\n“The second part of it is here.\n\n“And this is where it ends.”\n\nIt rained.';
    const [quotation, ...others] = factsOf('en', text).quotations;
    expect([quotation?.speaker, others]).toEqual(['Maryam Rajavi', []]);
    expect(quotation?.words.endsWith('And this is where it ends.')).toBe(true);
  });

  it('ends with its paragraph what is never closed', () => {
    const text = '“This was never closed by anyone\nThe report goes on without it and is not speech.';
    expect(quotationsOf('en', text)).toEqual([['This was never closed by anyone', undefined, undefined]]);
  });

  it('gives the next quotation of the line to the same speaker', () => {
    const text = '“The graves are being destroyed now,” Philip Luther said. “We need them as evidence for trials.”';
    expect(quotationsOf('en', text).map(([, speaker]) => speaker)).toEqual(['Philip Luther', 'Philip Luther']);
  });

  it('keeps a long one within 400 characters and says so', () => {
    const [quotation] = factsOf('en', `“${'The word was given. '.repeat(60)}” said Maryam Rajavi.`).quotations;
    expect([quotation?.words.length, quotation?.isCut]).toEqual([400, true]);
  });
});
