import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { parseNames, readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());
const factsOf = (language: string, text: string, title = '') => findFacts({ title, text, language }, names);

describe('people and bodies', () => {
  it.each([
    ['en', 'Mostafa Pour-Mohammadi spoke.', 'mostafa-pourmohammadi'],
    ['en', 'Mostafa Pour Mohammadi spoke.', 'mostafa-pourmohammadi'],
    ['de', 'Said Yalili und Mostafa Purmohamadi sprachen.', 'mostafa-pourmohammadi'],
    ['fa', 'مصطفی پورمحمدی سخن گفت.', 'mostafa-pourmohammadi'],
    ['ar', 'تحدث مصطفى بور محمدي اليوم.', 'mostafa-pourmohammadi'],
    ['en', 'Ebrahim Raeesi spoke.', 'ebrahim-raisi'],
    ['fr', 'Ebrahim Raïssi a parlé.', 'ebrahim-raisi'],
    ['tr', "İbrahim Reisi'nin sözleri.", 'ebrahim-raisi'],
    ['fa', 'ابراهیم رییسی سخن گفت.', 'ebrahim-raisi'],
    ['ar', 'قال إبراهيم رئيسي ذلك.', 'ebrahim-raisi'],
    ['en', 'Hamid Nuori was swapped.', 'hamid-noury'],
    ['sv', 'Hamid Nourys dom står fast.', 'hamid-noury'],
    ['ru', 'Приговор Хамиду Нури вынесен.', 'hamid-noury'],
    ['fa', 'دادگاه حمید نوری آغاز شد.', 'hamid-noury'],
    ['ar', 'محاكمة حميد نوري بدأت.', 'hamid-noury'],
    ['de', 'Ajatollah Montaseri protestierte.', 'hossein-ali-montazeri'],
    ['es', 'La orden de Jomeini llegó.', 'ruhollah-khomeini'],
    ['pl', 'Rozkaz wydał Chomejni.', 'ruhollah-khomeini'],
    ['fr', "L'OMPI a réagi.", 'pmoi'],
    ['de', 'Die Volksmudschahedin demonstrierten.', 'pmoi'],
    ['nl', 'De Volksmoedjahedien betoogden.', 'pmoi'],
    ['it', 'I Mojahedin del popolo hanno manifestato.', 'pmoi'],
    ['fa', 'سازمان مجاهدین خلق بیانیه داد.', 'pmoi'],
    ['en', 'The JVIM met.', 'jvmi'],
    ['sv', 'En dödskommission satt där.', 'death-commission'],
    ['ar', 'شكلت لجنة الموت هناك.', 'death-commission'],
    ['ru', 'В докладе Международной амнистии.', 'amnesty-international'],
  ])('%s %s is %s', (language, text, id) => {
    expect(factsOf(language, text).names.map((name) => name.id)).toEqual([id]);
  });

  it('counts a surname where the full name stands', () => {
    const [noury] = factsOf('en', 'Hamid Noury was arrested. Noury denied it. The court heard Noury.').names;
    expect([noury?.id, noury?.count, noury?.words]).toEqual(['hamid-noury', 3, 'Hamid Noury']);
  });

  it.each([
    ['a surname alone', 'en', 'Nouri al-Maliki was the prime minister of Iraq.'],
    ['an article that spells like an acronym', 'fr', 'Il a vu un homme et un enfant.'],
    ['a word in small letters', 'sv', 'Ett rom i huset, en fn och en vn.'],
    ['a longer word', 'en', 'The Amnestying of a Parisian Pourmohammadian.'],
  ])('finds nobody in %s', (_, language, text) => {
    expect(factsOf(language, text).names).toEqual([]);
  });
});

describe('events', () => {
  it.each([
    [
      'en',
      'A conference on the 1988 massacre in Iran was held in Paris on August 30, 2019.',
      { kind: 'conference', place: 'paris', date: { calendar: 'gregorian', year: 2019, month: 8, day: 30 } },
    ],
    [
      'fr',
      'Une exposition sur le massacre de 1988 en Iran s’ouvre à Genève le 1 septembre.',
      { kind: 'exhibition', place: 'geneva', date: { calendar: 'gregorian', month: 9, day: 1 } },
    ],
    [
      'de',
      'Eine Kundgebung zum Massaker von 1988 im Iran fand am 28. August 2021 in Berlin statt.',
      { kind: 'rally', place: 'berlin', date: { calendar: 'gregorian', year: 2021, month: 8, day: 28 } },
    ],
    ['sv', 'Rättegången om massavrättningarna i Iran 1988 hålls i Stockholm.', { kind: 'trial', place: 'stockholm' }],
    [
      'es',
      'Una conferencia en Madrid el 30 de agosto de 2019 recordó la masacre de 1988 en Irán.',
      { kind: 'conference', place: 'madrid', date: { calendar: 'gregorian', year: 2019, month: 8, day: 30 } },
    ],
    [
      'fa',
      'کنفرانس درباره قتل‌عام ۶۷ روز ۳۰مرداد ۱۴۰۲ در پاریس برگزار شد.',
      { kind: 'conference', place: 'paris', date: { calendar: 'persian', year: 1402, month: 5, day: 30 } },
    ],
    [
      'ar',
      'مظاهرة في ستوكهولم يوم 23 أغسطس 2021 في ذكرى مجزرة 1988 في إيران.',
      { kind: 'rally', place: 'stockholm', date: { calendar: 'gregorian', year: 2021, month: 8, day: 23 } },
    ],
  ])('%s %s', (language, text, expected) => {
    const [event] = factsOf(language, text).events;
    expect(event && { kind: event.kind, place: event.place, date: event.date }).toEqual({
      date: undefined,
      ...expected,
    });
  });

  it('gives none where the text gives neither place nor day', () => {
    expect(factsOf('en', 'A conference recalled the 1988 massacre in Iran.').events).toEqual([]);
  });

  it('takes the day of the event, not that of writing', () => {
    const text = 'Paris, August 31, 2019 – A conference on the 1988 massacre in Iran was held on Friday, August 30.';
    expect(factsOf('en', text).events[0]?.date).toEqual({ calendar: 'gregorian', month: 8, day: 30 });
  });
});

describe('the register of names', () => {
  const REGISTER = {
    version: '1',
    people: { 'ali-khamenei': { name: 'Ali Khamenei', forms: ['Khamenei'] } },
    organisations: {},
    places: {},
  };

  it('reads the project’s own', () => {
    expect(Object.keys(readNames().people)).toContain('hamid-noury');
  });

  it.each([
    [
      'a spelling of two people',
      { ...REGISTER, organisations: { office: { name: 'Office', forms: ['khaménei'] } } },
      'x.json: organisations/office: forms "khaménei" is also a spelling of people/ali-khamenei',
    ],
    [
      'an id that is none',
      { ...REGISTER, places: { 'New York': ['New York'] } },
      'x.json: places/New York: must be lower-case words joined by hyphens',
    ],
    [
      'an entry without spellings',
      { ...REGISTER, people: { nobody: { name: 'Nobody', forms: [] } } },
      'x.json: people/nobody: forms Too small: expected array to have >=1 items',
    ],
    [
      'a missing group',
      { version: '1', people: {}, organisations: {} },
      'x.json: places: must be record, received undefined',
    ],
  ])('refuses %s and names the entry', (_, data, message) => {
    expect(() => parseNames(data, 'x.json')).toThrow(message);
  });

  it('refuses a file that is no JSON', () => {
    expect(() => readNames('README.md')).toThrow(/^README\.md: /);
  });
});
