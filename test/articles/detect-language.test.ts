import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../lib/articles/detect-language.ts';
import { readGold } from '../../lib/cli/read-gold.ts';

const gold = readGold(undefined);

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
    ['Bokmål is Norwegian', texts.no, 'nb-NO', 'no'],
    ['Russian that calls itself English', texts.ru, 'en', 'ru'],
    ['a text too short to tell', 'Iran 1988', 'sv-SE', 'sv'],
    ['nothing at all', '1988', '', 'und'],
  ])('%s', (_, text, declared, language) => {
    expect(detectLanguage(text, declared)).toBe(language);
  });

  test('believes what a page declares about a short text', () => {
    expect(detectLanguage('Raisi', 'sv-SE')).toBe('sv');
    expect(detectLanguage('Massakern i Iran', 'nb')).toBe('no');
  });

  test.each([
    ['da', 'Han blev dømt for drab på fanger, og han deltog ikke i mødet efter dommen af retten.'],
    ['no', 'Han ble dømt for drap på fanger, og han deltok ikke i møtet etter dommen av retten.'],
    ['en', 'The Saint Petersburg community marked the anniversary of the events of 1988 with music.'],
    ['fa', 'خانواده‌ها در گورستان گرد آمدند'],
    ['ar', 'اجتمعت العائلات في المقبرة'],
    ['ru', 'Родственники собрались на кладбище'],
    ['und', '1988 – 30.000'],
    ['ja', '家族は墓地に集まった'],
    ['ckb', 'خانەوادەکانی زیندانییە سیاسییەکان لە گۆڕستان کۆبوونەوە و داوای لێکۆڵینەوەیان کرد و دەڵێن لێی ناوەستن'],
    ['ps', 'د سياسي بنديانو کورنۍ په هديره کې راټولې شوې او د پلټنې غوښتنه يې وکړه چې ښه ترسره شي'],
    ['fa', 'خبرگزاری در گزارش خود نوشت که خواننده ڵ را با ل و ێ را با ی اشتباه گرفته است و آن را درست کرد'],
    ['sv', 'Offren sköts och brändes'],
  ])('tells %s by script, small words and letters', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each([
    [
      'ca',
      'Les famílies dels presos que van ser executats es van trobar divendres al cementiri amb flors i els van recordar.',
    ],
    [
      'pt',
      'As famílias dos presos que foram executados reuniram-se na sexta-feira no cemitério e não esqueceram os seus.',
    ],
    [
      'cs',
      'Rodiny vězňů, kteří byli popraveni, se v pátek sešly na hřbitově a připomněly si je, přestože byla cesta uzavřena.',
    ],
    [
      'sk',
      'Rodiny väzňov, ktorí boli popravení, sa v piatok stretli na cintoríne a pripomenuli si ich, aj keď polícia uzavrela cestu.',
    ],
    [
      'hu',
      'A kivégzett foglyok családjai pénteken összegyűltek a temetőben, és megemlékeztek róluk, bár a rendőrség lezárta az utat.',
    ],
    [
      'ro',
      'Familiile prizonierilor care au fost executați s-au întâlnit vineri la cimitir și i-au comemorat, deși poliția a închis drumul.',
    ],
    ['sq', 'Familjet e të burgosurve që u ekzekutuan u mblodhën të premten në varreza dhe i përkujtuan.'],
    [
      'hr',
      'Obitelji zatvorenika koji su pogubljeni okupile su se u petak na groblju i odale im počast, iako je cesta bila zatvorena.',
    ],
    [
      'sl',
      'Družine zapornikov, ki so bili usmrčeni, so se v petek zbrale na pokopališču in se jih spomnile, čeprav je cesta zaprta.',
    ],
    ['id', 'Keluarga para tahanan yang dieksekusi berkumpul di pemakaman pada hari Jumat dan mengenang mereka.'],
    [
      'az',
      'Edam edilən məhbusların ailələri cümə günü qəbiristanlıqda toplaşdı və onları andı, polis isə yolu bağlamışdı.',
    ],
    [
      'ku',
      'Malbatên girtiyên ku hatin darvekirin roja înê li goristanê civiyan û ew bi bîr anîn, her çend polîs rê girtibû jî.',
    ],
    [
      'et',
      'Hukatud vangide pered kogunesid reedel kalmistule ja mälestasid neid, kuigi politsei oli tee sulgenud ning see oli ohtlik.',
    ],
    [
      'lt',
      'Įvykdytų kalinių šeimos penktadienį susirinko kapinėse ir juos pagerbė, nors policija buvo uždariusi kelią į kapines.',
    ],
    [
      'lv',
      'Sodīto ieslodzīto ģimenes piektdien pulcējās kapsētā un pieminēja viņus, lai gan policija bija slēgusi ceļu.',
    ],
    ['is', 'Fjölskyldur fanganna sem voru teknir af lífi komu saman í kirkjugarðinum á föstudag og minntust þeirra.'],
    ['vi', 'Gia đình của các tù nhân đã bị hành quyết gặp nhau ở nghĩa trang vào thứ Sáu và tưởng nhớ họ.'],
    ['uk', 'Родини страчених в’язнів зібралися у п’ятницю на цвинтарі та вшанували їхню пам’ять.'],
    ['bg', 'Семействата на екзекутираните затворници се събраха в петък на гробището, въпреки че пътят беше затворен.'],
    ['sr', 'Породице погубљених затвореника окупиле су се у петак на гробљу и сетиле се својих најмилијих.'],
    ['be', 'Сем’і пакараных вязняў сабраліся ў пятніцу на могілках.'],
    ['ko', '처형된 수감자들의 가족이 금요일에 묘지에 모였다.'],
    ['zh', '被处决囚犯的家属星期五聚集在墓地。'],
    ['th', 'ครอบครัวของนักโทษที่ถูกประหารชีวิตรวมตัวกันที่สุสานเมื่อวันศุกร์'],
  ])('tells %s, whose words and letters no rule knows', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
    expect(detectLanguage(text, language)).toBe(language);
  });

  test.each([
    ['without a declaration', '', 0.99],
    ['in templates that all say English', 'en', 0.98],
    ['in templates that all say Persian', 'fa', 0.99],
  ])('knows the labelled texts of fifteen languages %s', (_, declared, least) => {
    const right = gold.filter(({ lang, title, text }) => detectLanguage(`${title}\n${text}`, declared) === lang);
    expect(right.length / gold.length).toBeGreaterThanOrEqual(least);
  });

  test('does not believe English of Arabic letters, nor Persian of Latin ones', () => {
    expect(detectLanguage('خانواده‌ها در خاوران گرد آمدند', 'en')).toBe('fa');
    expect(detectLanguage('The families met at the cemetery of the executed.', 'fa')).toBe('en');
  });
});
