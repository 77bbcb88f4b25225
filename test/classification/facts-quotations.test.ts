import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

/** Written for the test: nobody is known to have said these words. */
type Case = [language: string, text: string, speaker: string | null, quotedBy?: string];

const cases: Case[] = JSON.parse(readFileSync('test/fixtures/classification/quotations.json', 'utf8'));
const names = compileNames(readNames());

function whoSpeaks(language: string, text: string) {
  const [first] = findFacts({ title: '', text, language }, names).quotations;
  return { speaker: first?.speaker, quotedBy: first?.quotedBy };
}

describe('who says a quotation', () => {
  it.each(cases)('%s: %s', (language, text, speaker, quotedBy) => {
    const found = whoSpeaks(language, text);
    expect(found.speaker?.toLowerCase()).toEqual(
      speaker === null ? undefined : expect.stringContaining(speaker.toLowerCase()),
    );
    expect(found.quotedBy).toEqual(quotedBy === undefined ? undefined : expect.stringContaining(quotedBy));
  });

  it.each(cases)('is no name of the sentence behind: %s: %s', (language, text) => {
    const others: Record<string, string> = {
      fa: ' خمینی و رئیسی فتوا را نوشتند.',
      ar: ' وكان الخميني قد أصدر الفتوى.',
      ru: ' Хомейни подписал фетву.',
    };
    const behind = others[language] ?? ' Khomeini and Noury signed it.';
    const ended = /[.!?؟]["”»]?$/u.test(text) ? text : `${text}.`;
    expect(whoSpeaks(language, ended + behind)).toEqual(whoSpeaks(language, ended));
  });

  it('does not guess whom a pronoun means behind the words of one to another', () => {
    const asked = 'The prosecutor asked Noury: “Where were you in that summer of executions?”';
    const answered = 'He replied: “I was on leave with my family in that summer.”';
    const speakersOf = (text: string) =>
      findFacts({ title: '', text, language: 'en' }, names).quotations.map(({ speaker }) => speaker);
    expect(speakersOf(`${asked} ${answered}`)).toEqual(['The prosecutor', undefined]);
    const alone = asked.replace('asked Noury', 'said');
    expect(speakersOf(`${alone} ${answered.replace('replied', 'said')}`)).toEqual(['The prosecutor', 'The prosecutor']);
  });

  it.each([
    [
      'tr',
      'Gohardeşt cezaevinden sağ kurtulan bir tutuklu, “Koridorda gözlerimiz bağlı bekliyorduk hepimiz” dedi.',
      'bir tutuklu',
    ],
    [
      'fa',
      'سال‌ها بعد که نوار منتظری پخش شد، مادرم رادیو را خاموش کرد و گفت: «حالا همه می‌دانند و ما می‌دانستیم.»',
      'مادرم',
    ],
    [
      'fa',
      'یک مقام در نشست «حقوق بشر و استانداردهای دوگانهٔ غرب» گفت حکمی که دادگاه استکهلم صادر کرد سیاسی بود.',
      undefined,
    ],
  ])('is whom the main clause names: %s %s', (language, text, speaker) => {
    expect(whoSpeaks(language, text).speaker).toBe(speaker);
  });

  it.each([
    [
      'en',
      '“We only want to know where they are buried,” said one of the complainants, who is 70.',
      'one of the complainants',
    ],
    ['en', 'The curator said the same thing: “Nobody has ever seen these letters before.”', 'The curator'],
    ['en', '“We could hear the lorries all night,” the lead complainant told the panel.', 'the lead complainant'],
    ['en', '“We have seen the documents ourselves,” said that year.', undefined],
    ['en', '“We saw them leave one by one,” she said the next day.', undefined],
    [
      'fr',
      '« Nous voulons savoir où ils sont », explique la commissaire de l’exposition.',
      'la commissaire de l’exposition',
    ],
    ['de', 'Danach sagte eine Rentnerin: „Wir wollen nur wissen, wo sie sind.“', 'eine Rentnerin'],
    ['de', '„Wir wollen nur wissen, wo sie sind“, sagte das Mädchen.', 'das Mädchen'],
    ['sv', '– Vi vill bara veta var de är begravda, säger en pensionär.', 'en pensionär'],
    ['no', '– Vi vil bare vite hvor de er, sa en pensjonert sykepleier fra Bergen.', 'en pensjonert sykepleier'],
    ['es', '«Solo queremos saber dónde están», dijo una jubilada de Vigo.', 'una jubilada de Vigo'],
    ['it', '«Vogliamo solo sapere dove sono», ha detto una pensionata di Torino.', 'una pensionata di Torino'],
    ['nl', '"Wij willen alleen weten waar ze liggen", zei de verpleegster uit Breda.', 'de verpleegster'],
  ])('is a noun that no list has, by its article and the word of speaking: %s %s', (language, text, speaker) => {
    expect(whoSpeaks(language, text).speaker).toBe(speaker);
  });

  it('leaves a list whose entries begin with a dash alone', () => {
    const text = 'What we know of 1988:\n– at least 5,000 prisoners were hanged\n– the bodies lie in Khavaran';
    expect(findFacts({ title: '', text, language: 'en' }, names).quotations).toEqual([]);
  });

  it('gives the words of a dashed line as speech, and what it says as said in quotation', () => {
    const text = '– Det var ett folkmord på fångar i Iran 1988, säger en överlevande.';
    const { quotations, wordings } = findFacts({ title: '', text, language: 'sv' }, names);
    expect(quotations.map(({ words, speaker }) => [words, speaker])).toEqual([
      ['Det var ett folkmord på fångar i Iran 1988', 'en överlevande'],
    ]);
    expect(wordings.map(({ wording, voice }) => [wording, voice])).toEqual([['genocide', 'quotation']]);
  });

  it('are found in time that grows with the text, however many marks it has', () => {
    const text = '"a" '.repeat(150_000);
    const before = process.cpuUsage();
    expect(findFacts({ title: '', text, language: 'en' }, names).quotations).toEqual([]);
    // A look from each quotation at all others took 20 s and more.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8);
  });
});
