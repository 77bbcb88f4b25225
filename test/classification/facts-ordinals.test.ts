import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());
const factsOf = (language: string, text: string, title = '', publishedAt?: string) =>
  findFacts({ title, text, language, publishedAt }, names);

/** Sentences on the killings of 1988 that name an anniversary or a span of years, and the ordinal they give. */
const SENTENCES: [language: string, ordinal: number, text: string][] = [
  ['en', 30, 'Families marked the 30th anniversary of the 1988 massacre in Iran.'],
  ['en', 38, 'On the thirty-eighth anniversary of the 1988 massacre of prisoners in Iran a rally was held.'],
  ['en', 33, 'After 33 years no official of Iran has been tried for the 1988 executions.'],
  ['en', 31, 'Iran: 31 years on, the killers of the 1988 massacre hold office.'],
  ['en', 25, 'Twenty-five years ago thousands of prisoners were executed in Iran in the summer of 1988.'],
  ['en', 20, 'Twenty years after the 1988 massacre Iran still hides the graves.'],
  ['en', 35, 'For the 35th year since the 1988 massacre relatives in Iran could not mourn.'],
  ['en', 32, 'It has been 32 years since the 1988 prison massacre in Iran.'],
  ['en', 40, 'The fortieth anniversary of the 1988 prison massacre in Iran will be marked in Paris.'],
  ['en', 30, 'Iran has hidden the 1988 executions for three decades.'],
  ['fr', 30, 'Le 30e anniversaire du massacre de 1988 en Iran a été commémoré à Paris.'],
  ['fr', 25, 'En Iran, 25 ans après le massacre de 1988, les familles attendent.'],
  ['fr', 35, 'Le trente-cinquième anniversaire du massacre des prisonniers en Iran en 1988.'],
  ['fr', 31, "Pour le 31ème anniversaire des exécutions de 1988 en Iran, une exposition s'ouvre."],
  ['fr', 28, 'Il y a 28 ans, l’Iran exécutait des milliers de prisonniers durant l’été 1988.'],
  ['fr', 30, 'Trente ans après le massacre de 1988, l’Iran se tait.'],
  ['fr', 30, 'Depuis trois décennies, l’Iran nie le massacre de 1988.'],
  ['de', 30, 'Zum 30. Jahrestag des Massakers von 1988 im Iran fand eine Kundgebung statt.'],
  ['de', 33, 'Vor 33 Jahren wurden im Iran im Sommer 1988 Tausende Gefangene hingerichtet.'],
  ['de', 30, '30 Jahre nach dem Gefängnismassaker von 1988 sind die Täter im Iran frei.'],
  ['de', 35, 'Am fünfunddreißigsten Jahrestag des Massakers von 1988 gedachten Iraner der Opfer.'],
  ['de', 32, 'Seit 32 Jahren leugnet der Iran die Hinrichtungen von 1988.'],
  ['de', 30, 'Seit drei Jahrzehnten schweigt der Iran über das Massaker von 1988.'],
  ['sv', 30, '30-årsdagen av massakern 1988 i Iran uppmärksammades i Stockholm.'],
  ['sv', 35, 'Den 35:e årsdagen av massavrättningarna i Iran 1988.'],
  ['sv', 33, 'För 33 år sedan avrättades fångar i Iran sommaren 1988.'],
  ['sv', 38, 'Trettioåttonde årsdagen av massakern 1988 i Iran.'],
  ['sv', 35, '35 år efter massakern 1988 i Iran väntar familjerna.'],
  ['no', 30, '30-årsdagen for massakren i Iran i 1988 ble markert.'],
  ['no', 33, 'For 33 år siden ble fanger henrettet i Iran sommeren 1988.'],
  ['no', 35, 'Trettifem år etter massakren i Iran i 1988 krever familiene svar.'],
  ['no', 34, 'Den 34. årsdagen for henrettelsene i Iran i 1988.'],
  ['da', 30, '30-årsdagen for massakren i Iran i 1988 blev markeret.'],
  ['da', 33, 'For 33 år siden blev fanger henrettet i Iran i sommeren 1988.'],
  ['da', 35, 'Femogtredive år efter massakren i Iran i 1988 venter familierne.'],
  ['da', 30, 'Tre årtier efter massakren i Iran i 1988 er ingen dømt.'],
  ['es', 30, 'El 30 aniversario de la masacre de 1988 en Irán se recordó en París.'],
  ['es', 35, 'Hace 35 años, Irán ejecutó a miles de presos en el verano de 1988.'],
  ['es', 35, 'A 35 años de la masacre de 1988, Irán calla.'],
  ['es', 38, 'El trigésimo octavo aniversario de la masacre de 1988 en Irán.'],
  ['es', 35, 'En el XXXV aniversario de la masacre de 1988 en Irán hubo un acto.'],
  ['es', 30, 'Treinta años después de la masacre de 1988, Irán no responde.'],
  ['it', 30, 'Il 30° anniversario del massacro del 1988 in Iran è stato ricordato a Roma.'],
  ['it', 30, 'A 30 anni dal massacro del 1988 in Iran nessuno è stato giudicato.'],
  ['it', 34, 'Da 34 anni l’Iran nega il massacro del 1988.'],
  ['it', 38, 'Il trentottesimo anniversario del massacro del 1988 in Iran.'],
  ['it', 33, '33 anni fa l’Iran giustiziò migliaia di prigionieri, nell’estate del 1988.'],
  ['nl', 30, 'De 30e verjaardag van de massamoord van 1988 in Iran werd herdacht.'],
  ['nl', 26, 'Het bloedbad van 1988 in Iran is 26 jaar geleden.'],
  ['nl', 38, 'De achtendertigste herdenking van het bloedbad van 1988 in Iran.'],
  ['nl', 33, 'Na 33 jaar zijn de executies van 1988 in Iran niet bestraft.'],
  ['tr', 30, "İran'daki 1988 katliamının 30. yıldönümü anıldı."],
  ['tr', 33, "33 yıl önce İran'da 1988 yazında binlerce mahkum idam edildi."],
  ['tr', 38, "İran'da 1988 katliamının otuz sekizinci yıldönümünde miting yapıldı."],
  ['ru', 30, '30-я годовщина массовых казней 1988 года в Иране.'],
  ['ru', 33, '33 года назад в Иране летом 1988 года были казнены тысячи заключенных.'],
  ['ru', 38, 'Тридцать восьмая годовщина казней 1988 года в Иране.'],
  ['ru', 30, 'Тридцать лет спустя после казней 1988 года в Иране никто не осужден.'],
  ['fa', 38, 'سی و هشتمین سالگرد قتل‌عام ۶۷ برگزار شد.'],
  ['fa', 28, 'به مناسبت ۲۸مین سالگرد کشتار تابستان ۶۷ مراسمی برگزار شد.'],
  ['fa', 35, 'سی و پنجمین سالگرد اعدام زندانیان سیاسی در سال ۱۳۶۷.'],
  ['fa', 29, '۲۹ سال پیش در تابستان ۱۳۶۷ هزاران زندانی سیاسی اعدام شدند.'],
  ['fa', 33, 'پس از ۳۳ سال هنوز گورهای اعدام‌شدگان سال ۶۷ پنهان است.'],
  ['fa', 30, 'سی‌امین سالگرد کشتار زندانیان سیاسی در سال ۶۷.'],
  ['fa', 30, 'سه دهه از کشتار تابستان ۶۷ گذشته است و حکومت ایران پاسخ نداده.'],
  ['ar', 38, 'أحيا الإيرانيون الذكرى الثامنة والثلاثين لمجزرة عام 1988 في إيران.'],
  ['ar', 30, 'في الذكرى الثلاثين لمجزرة السجناء السياسيين عام 1988 في إيران.'],
  ['ar', 33, 'الذكرى 33 لمجزرة عام 1988 في إيران.'],
  ['ar', 37, 'الذكرى السنوية السابعة والثلاثين لمجزرة عام 1988 في إيران.'],
  ['ru', 38, 'К 38-й годовщине массовых казней 1988 года в Иране.'],
  ['de', 37, 'Zum 37-jährigen Jahrestag des Massakers von 1988 im Iran.'],
  ['en', 33, 'Thirty-three years have passed since the mass executions of 1988 in Iran.'],
  ['tr', 38, "İran'da 1988 katliamının 38. yılında anma yapıldı."],
  ['ar', 38, 'الذكرى الـ٣٨ لمذبحة عام ١٩٨٨ في إيران.'],
  ['ar', 29, 'قبل 29 عاما أعدمت إيران آلاف السجناء السياسيين في صيف 1988.'],
  ['ar', 33, 'بعد 33 عامًا على مجزرة 1988 في إيران لا تعرف العائلات القبور.'],
];

describe('ordinals of the event', () => {
  it.each(SENTENCES)('%s gives %i: %s', (language, ordinal, text) => {
    const { ordinal: main, ordinals } = factsOf(language, text);
    expect([main, ordinals[0]?.of, ordinals[0]?.impliedYear]).toEqual([ordinal, 'event', 1988 + ordinal]);
  });

  it('names rule, place and words', () => {
    const text = 'Families marked the 30th anniversary of the 1988 massacre in Iran.';
    expect(factsOf('en', text, '', '2018-08-04T00:00:00Z').ordinals).toEqual([
      {
        ruleId: 'en/anniversary',
        field: 'text',
        start: 20,
        end: 36,
        words: '30th anniversary',
        kind: 'anniversary',
        ordinal: 30,
        of: 'event',
        isAtLeast: false,
        impliedYear: 2018,
        impliedFrom: 2018,
        impliedTo: 2018,
        isMismatch: false,
      },
    ]);
  });
});

describe('the head noun', () => {
  it.each([
    [
      'a body named after the event',
      'At a conference on the 30th anniversary of the 1988 massacre in Iran the second anniversary of the Justice for the Victims of the 1988 Massacre (JVIM) was noted.',
      30,
    ],
    [
      'a founding',
      'The 1988 massacre in Iran was recalled at the 50th anniversary of the founding of the PMOI.',
      undefined,
    ],
    [
      'a council',
      'On the 37th anniversary of the NCRI speakers in Paris recalled the 1988 massacre in Iran.',
      undefined,
    ],
    [
      'the revolution',
      'Iran marked the 40th anniversary of the Islamic revolution; the 1988 massacre went unsaid.',
      undefined,
    ],
    [
      'a death',
      'On the 29th anniversary of the death of Khomeini, Iran said nothing of the 1988 executions.',
      undefined,
    ],
    ['a body that holds it', 'On the 30th anniversary, the NCRI recalled the 1988 massacre in Iran.', 30],
    ['a body whose members died', 'The 30th anniversary of the PMOI massacre of 1988 in Iran was marked.', 30],
  ])('decides: %s', (_, text, ordinal) => {
    expect(factsOf('en', text).ordinal).toBe(ordinal);
  });

  it("keeps a body's own birthday apart", () => {
    const text =
      'The second anniversary of the Justice for the Victims of the 1988 Massacre in Iran was marked in London.';
    expect(factsOf('en', text).ordinals.map(({ of, ordinal }) => [of, ordinal])).toEqual([['organisation', 2]]);
  });

  it.each([
    ['en', 'Kurds marked the 30th anniversary of the Halabja massacre of 1988; Iran sent a message.'],
    ['ru', 'Отметили 23-ю годовщину погромов 1988 года в Сумгаите.'],
    ['es', 'A 42 años de la matanza en Guatemala piden justicia.'],
    ['fr', 'Trente ans après le génocide des Tutsi au Rwanda.'],
  ])('gives another event no year of ours: %s %s', (language, text) => {
    const { ordinals } = factsOf(language, text);
    expect(ordinals.map(({ of, impliedYear }) => [of, impliedYear])).toEqual([['other-event', undefined]]);
  });
});

describe('numbers of years that are no ordinals', () => {
  it.each([
    ['en', 'He was sentenced to 30 years for the 1988 massacre in Iran.'],
    ['en', 'She spent 25 years in prison in Iran after the 1988 executions.'],
    ['en', 'A man of 61 years old was tried for the 1988 executions in Iran.'],
    ['de', 'Er wurde für das Massaker von 1988 im Iran zu 30 Jahren Haft verurteilt.'],
    ['es', 'Irán lo condenó a 30 años de prisión por hablar de la masacre de 1988.'],
    ['it', 'Condannato a 30 anni di carcere in Iran per il massacro del 1988.'],
    ['fr', 'Il a été condamné à 30 ans de prison pour le massacre de 1988 en Iran.'],
    ['fa', 'او برای اعدام‌های سال ۶۷ به ۳۰ سال زندان محکوم شد.'],
    ['fa', 'سالگرد کشتار ۶۷ در خاوران برگزار شد.'],
    ['ar', 'حكم عليه بالسجن 30 عاما بسبب مجزرة 1988 في إيران.'],
    ['sv', 'Han dömdes till 30 års fängelse för massakern i Iran 1988.'],
    ['en', 'The anniversary of the 1988 massacre in Iran is near.'],
  ])('%s %s', (language, text) => {
    expect(factsOf(language, text).ordinal).toBeUndefined();
  });

  it('"more than 30 years" is a least number and never the main one', () => {
    const { ordinal, ordinals } = factsOf('en', 'For more than 30 years Iran has denied the 1988 massacre.');
    expect([ordinal, ordinals.map((fact) => [fact.ordinal, fact.isAtLeast, fact.impliedTo])]).toEqual([
      undefined,
      [[30, true, 2027]],
    ]);
  });
});

describe('the published year', () => {
  const on = (text: string, publishedAt?: string) => factsOf('en', text, '', publishedAt).ordinals[0]?.isMismatch;
  const ANNIVERSARY = 'The 30th anniversary of the 1988 massacre in Iran was marked.';
  it.each([
    ['agrees', ANNIVERSARY, '2018-12-31T23:00:00Z', false],
    ['is later', ANNIVERSARY, '2023-08-01T00:00:00Z', true],
    ['is earlier', ANNIVERSARY, '2017-08-01T00:00:00Z', true],
    ['is one off for "years on"', 'Iran, 30 years on: the 1988 massacre.', '2019-02-01T00:00:00Z', false],
    ['is two off for "years on"', 'Iran, 30 years on: the 1988 massacre.', '2020-02-01T00:00:00Z', true],
    ['is two off for decades', 'Three decades after the 1988 massacre Iran is silent.', '2020-02-01T00:00:00Z', false],
    ['is three off for decades', 'Three decades after the 1988 massacre Iran is silent.', '2021-02-01T00:00:00Z', true],
    ['is unknown', ANNIVERSARY, undefined, undefined],
    ['cannot be read', ANNIVERSARY, 'soon', undefined],
  ])('%s', (_, text, publishedAt, expected) => {
    expect(on(text, publishedAt)).toBe(expected);
  });
});

describe('years since another event', () => {
  it.each([
    ['en', 33, '', 'A feature on a town of apples, thirty-three years after planes dropped gas on it.'],
    ['en', 36, 'Thirty-six years on, Yangon students stay underground', 'Flash strikes marked the day.'],
    ['fr', 35, 'Ouvéa, trente-cinq ans', 'L’archipel se recueille devant la grotte.'],
    ['ru', 34, 'Сумгаит: 34 года', 'Цветы возложили к хачкарам.'],
    ['de', 30, '', 'Dreißig Jahre nach der Brandnacht von Solingen legte die Stadt Kränze nieder.'],
    ['sv', 30, 'Trettio år efter Estonia', 'Anhöriga samlades vid minnesmuren.'],
    ['es', 42, '', 'A 42 años de la quema de la embajada las familias volvieron a la plaza.'],
    ['it', 40, '', 'A quarant’anni dalla bomba alla stazione la città si è fermata.'],
    ['fa', 20, 'بیست سال پس از لرزهٔ بم', 'گزارشی از شهری که در دوازده ثانیه فرو ریخت.'],
  ])('%s %i: %s %s', (language, ordinal, title, text) => {
    const { ordinals, ordinal: main } = factsOf(language, text, title);
    expect([main, ordinals.map(({ of }) => of)]).toEqual([ordinal, ['other-event']]);
  });

  it.each([
    ['en', 'Thirty years ago she left Tehran for London.'],
    ['en', 'He was released after twelve years in prison.'],
    ['de', 'Vor dreißig Jahren zog er nach Köln.'],
  ])('are not counted from a date or a term: %s %s', (language, text) => {
    expect(factsOf(language, text).ordinals).toEqual([]);
  });
});

describe('decades and a half', () => {
  it.each([
    ['en', 'Three and a half decades after the 1988 massacre in Iran the families wait.'],
    ['es', 'Tres décadas y media después de la masacre de 1988 en Irán las familias esperan.'],
    ['fr', 'Trois décennies et demie après le massacre de 1988 en Iran, les familles attendent.'],
    ['de', 'Dreieinhalb Jahrzehnte nach dem Massaker von 1988 im Iran warten die Familien.'],
    ['fa', 'سه دهه و نیم پس از قتل‌عام ۶۷ خانواده‌ها هنوز منتظرند.'],
  ])('%s: %s', (language, text) => {
    expect(factsOf(language, text).ordinals.map(({ ordinal, kind }) => [ordinal, kind])).toEqual([[35, 'decades']]);
  });
});

describe('a text that the classification found relevant', () => {
  const text = 'Speakers marked 32 years since Iran emptied its prisons of political inmates by the rope.';

  it('is on the subject without naming the year', () => {
    const judged = findFacts({ title: '', text, language: 'en', isRelevant: true }, names);
    expect([judged.ordinal, judged.ordinals.map(({ of }) => of)]).toEqual([32, ['event']]);
  });
});
