import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../lib/articles/detect-language.ts';

const texts = {
  fa: 'خانواده‌های زندانیان سیاسی که در تابستان اعدام شدند، روز جمعه در گلستان خاوران گرد هم آمدند و یاد عزیزان خود را گرامی داشتند.',
  // Arabic letters ي and ك, as many Persian sites still write.
  faArabicLetters:
    'خانواده هاي زندانيان سياسي كه در تابستان اعدام شدند، روز جمعه در گلستان خاوران گرد هم آمدند و ياد آنان را گرامي داشتند. اين مراسم هر سال برگزار مي شود.',
  ar: 'أحيا مئات الأشخاص في باريس الذكرى الثلاثين لمجزرة السجناء السياسيين في إيران التي راح ضحيتها الآلاف من المعتقلين.',
  en: 'The families of the prisoners who were executed in that summer met on Friday in spite of the police and remembered them. They have asked for an investigation for more than thirty years, and they say they will go on asking until there is one.',
  de: 'Die Angehörigen der Gefangenen, die in jenem Sommer hingerichtet wurden, trafen sich am Freitag trotz der Polizei und gedachten ihrer. Sie fordern seit mehr als dreißig Jahren eine Untersuchung und wollen damit nicht aufhören, bis es sie gibt.',
  no: 'Familiene til fangene som ble henrettet den sommeren, møttes fredag til tross for politiet og mintes dem. De har krevd en gransking i mer enn tretti år, og de sier at de vil fortsette til den kommer.',
  ru: 'Семьи заключённых, казнённых тем летом, собрались в пятницу, несмотря на полицию, и почтили их память. Они требуют расследования уже тридцать лет.',
};

describe('detectLanguage', () => {
  test.each([
    ['Persian without a declaration', texts.fa, '', 'fa'],
    ['Persian in Arabic letters', texts.faArabicLetters, '', 'fa'],
    ['Arabic without a declaration', texts.ar, '', 'ar'],
    ['Persian that calls itself Arabic', texts.fa, 'ar', 'fa'],
    ['Arabic that calls itself Persian', texts.ar, 'fa-IR', 'ar'],
    ['Persian that calls itself English', texts.fa, 'en-US', 'fa'],
    ['Kurdish stays as declared', texts.fa, 'ckb', 'ckb'],
    ['English without a declaration', texts.en, '', 'en'],
    ['German in a template that says English', texts.de, 'en', 'de'],
    ['Norwegian that calls itself Danish stays so', texts.no, 'da', 'da'],
    ['Bokmål stays Bokmål', texts.no, 'nb-NO', 'nb'],
    ['Russian that calls itself English', texts.ru, 'en', 'ru'],
    ['a text too short to tell', 'Iran 1988', 'sv-SE', 'sv'],
    ['nothing at all', '1988', '', 'und'],
  ])('%s', (_, text, declared, language) => {
    expect(detectLanguage(text, declared)).toBe(language);
  });
});
