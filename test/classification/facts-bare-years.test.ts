import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());
/** What each text begins with. */
const KILLINGS: Readonly<Record<string, string>> = {
  en: 'In the summer of 1988 political prisoners in Iran were hanged on the orders of a death commission.',
  fr: "À l'été 1988, des prisonniers politiques iraniens furent pendus sur ordre d'une commission de la mort.",
  de: 'Im Sommer 1988 wurden im Iran politische Gefangene auf Befehl einer Todeskommission gehängt.',
  sv: 'Sommaren 1988 hängdes politiska fångar i Iran på order av en dödskommission.',
  no: 'Sommeren 1988 ble politiske fanger i Iran hengt etter ordre fra en dødskommisjon.',
  da: 'I sommeren 1988 blev politiske fanger i Iran hængt på ordre fra en dødskommission.',
  es: 'En el verano de 1988 presos políticos fueron ahorcados en Irán por orden de una comisión de la muerte.',
  it: "Nell'estate del 1988 in Iran prigionieri politici furono impiccati per ordine di una commissione della morte.",
  nl: 'In de zomer van 1988 werden in Iran politieke gevangenen opgehangen op bevel van een doodscommissie.',
  tr: "1988 yazında İran'da siyasi tutsaklar bir ölüm komisyonunun emriyle asıldı.",
  ru: 'Летом 1988 года в Иране политзаключённых вешали по приказу «комиссии смерти».',
  fa: 'در تابستان ۱۳۶۷ زندانیان سیاسی در ایران به فرمان هیئت مرگ به دار آویخته شدند.',
  ar: 'في صيف 1988 شُنق سجناء سياسيون في إيران بأمر من لجنة الموت.',
};
const ordinalOf = (language: string, title: string, sentence: string) =>
  findFacts({ title, text: `${KILLINGS[language]} ${sentence}`, language, isRelevant: true }, names).ordinal;

type Row = [language: string, ordinal: number | undefined, title: string, sentence: string];

/** Years with no anniversary's noun, and mostly no word that says since when. */
const YEARS: Row[] = [
  ['en', 33, 'Thirty-three summers, one voice', 'A survivor speaks.'],
  ['en', 36, 'The thirty-sixth summer', 'Families gather again.'],
  ['en', 33, '33 years of waiting', 'Relatives met.'],
  ['en', 33, '', 'He had waited 33 years for this moment.'],
  ['en', 35, '', 'It is thirty-five years this summer, the organiser said, since the visits stopped.'],
  ['en', 35, '', 'Thirty-five years have gone by and no one has been tried.'],
  ['en', 33, '', 'The defence doubts a memory after 33 years.'],
  ['en', 35, '', 'Their children were dumped there without markers thirty-five years ago.'],
  ['en', 34, 'Thirty-four years without a grave', ''],
  ['en', 36, '', 'For 36 years the mothers have come here.'],
  ['en', 35, '', 'Three and a half decades have passed.'],
  ['en', 37, '', 'The vigil marked 37 years of impunity.'],
  ['en', 36, '', '36 years, and still no graves.'],
  ['en', 37, '', 'In the thirty-seventh summer since, roses lay on the road.'],
  ['en', 34, '', 'A 34-year silence was broken.'],
  ['en', 31, '', 'It took 31 years until the first arrest.'],
  ['fr', 35, 'Trente-cinq ans de douleur', 'Les familles se réunissent.'],
  ['fr', 33, '', 'Il attendait ce moment depuis trente-trois ans.'],
  ['fr', 35, '', 'Trente-cinq étés ont passé.'],
  ['fr', 36, '', 'Trente-six ans sans tombe.'],
  ['fr', 37, '', 'Cela fait 37 ans que les mères attendent.'],
  ['fr', 35, '', 'Trois décennies et demie plus tard, rien.'],
  ['fr', 33, '', 'Après 33 ans, la mémoire est contestée.'],
  ['fr', 36, 'Le trente-sixième été', ''],
  ['fr', 34, '', 'Le silence dure depuis 34 ans.'],
  ['de', 30, 'Dreißig Jahre ohne Grabstein', 'Angehörige gedachten.'],
  ['de', 33, '', 'Dreiunddreißig Jahre lang habe er auf diese Skizze gewartet, sagt er.'],
  ['de', 30, '', 'Dreißig Jahre ist es her, dass die Kommission entschied.'],
  ['de', 36, '', 'Seit 36 Jahren warten die Mütter.'],
  ['de', 36, 'Der sechsunddreißigste Sommer', ''],
  ['de', 35, '', '35 Sommer sind vergangen.'],
  ['de', 35, '', 'Dreieinhalb Jahrzehnte danach.'],
  ['de', 34, '', 'Es sind jetzt 34 Jahre.'],
  ['de', 37, '', 'Das Schweigen währt nun 37 Jahre.'],
  ['de', 36, '36 Jahre Straflosigkeit', ''],
  ['sv', 33, '', 'Försvararen ifrågasätter minnet efter 33 år.'],
  ['sv', 37, '', 'Trettiosju år har gått sedan sommaren.'],
  ['sv', 34, '', 'I 34 år har mödrarna väntat.'],
  ['sv', 36, 'Den trettiosjätte sommaren', ''],
  ['sv', 33, '33 års väntan', ''],
  ['sv', 33, '', 'Han har väntat i 33 år.'],
  ['sv', 35, '', 'Det är 35 år sedan.'],
  ['sv', 35, '', 'Tre och ett halvt decennium senare.'],
  ['no', 34, '', 'I 34 år har mødrene ventet.'],
  ['no', 33, '33 års venting', ''],
  ['no', 36, 'Den trettisjette sommeren', ''],
  ['no', 35, '', 'Det er nå 35 år siden.'],
  ['no', 33, '', 'Han har ventet i 33 år.'],
  ['da', 32, '', 'I 32 år har min mors hus haft en cykel stående i gården.'],
  ['da', 33, '33 års ventetid', ''],
  ['da', 36, 'Den seksogtredivte sommer', ''],
  ['da', 35, '', 'Det er nu 35 år siden.'],
  ['da', 33, '', 'Han har ventet i treogtredive år.'],
  ['es', 35, 'Treinta y cinco años de dolor', ''],
  ['es', 33, '', 'Llevaba 33 años esperando este momento.'],
  ['es', 36, '', 'Treinta y seis años sin tumba.'],
  ['es', 37, '', 'Han pasado treinta y siete veranos.'],
  ['es', 35, '', 'Tres décadas y media después.'],
  ['es', 33, '', 'Después de 33 años la memoria se discute.'],
  ['es', 34, '', 'Lleva 34 años de silencio.'],
  ['it', 35, 'Trentacinque anni di dolore', ''],
  ['it', 33, '', 'Aspettava da trentatré anni questo momento.'],
  ['it', 36, '', 'Trentasei anni senza tomba.'],
  ['it', 37, '', 'Sono passate trentasette estati.'],
  ['it', 35, '', 'Tre decenni e mezzo dopo.'],
  ['it', 36, 'La trentaseiesima estate', ''],
  ['it', 34, '', "L'attesa dura da 34 anni."],
  ['nl', 35, 'Vijfendertig jaar pijn', ''],
  ['nl', 33, '', 'Hij wachtte drieëndertig jaar op dit moment.'],
  ['nl', 36, '', 'Al 36 jaar zonder graf.'],
  ['nl', 36, 'De zesendertigste zomer', ''],
  ['nl', 35, '', 'Het is nu 35 jaar geleden.'],
  ['nl', 37, '', 'Er zijn 37 zomers voorbij.'],
  ['nl', 35, '', 'Drieënhalf decennium later.'],
  ['tr', 36, 'Dünya otuz altı yıldır susuyor', ''],
  ['tr', 34, '', 'Anneler 34 yıldır bekliyor.'],
  ['tr', 33, '', 'Bu anı 33 yıl bekledi.'],
  ['tr', 35, 'Otuz beş yıllık acı', ''],
  ['tr', 36, 'Otuz altıncı yaz', ''],
  ['tr', 37, '', 'Aradan 37 yıl geçti.'],
  ['tr', 35, '', 'Üç buçuk on yıl sonra.'],
  ['ru', 35, 'Тридцать пять лет боли', ''],
  ['ru', 33, '', 'Он ждал этого тридцать три года.'],
  ['ru', 36, '', 'Уже 36 лет матери приходят сюда.'],
  ['ru', 36, 'Тридцать шестое лето', ''],
  ['ru', 37, '', 'Прошло 37 лет.'],
  ['ru', 35, '', 'Три с половиной десятилетия спустя.'],
  ['ru', 34, '34 года без могилы', ''],
  ['fa', 35, 'سی و پنج سال رنج', ''],
  ['fa', 33, '', 'او سی و سه سال در انتظار این لحظه بود.'],
  ['fa', 36, '', 'مادران ۳۶ سال است که به اینجا می‌آیند.'],
  ['fa', 36, 'سی و ششمین تابستان', ''],
  ['fa', 34, '', 'سی و چهار سال پس از آن تابستان، خانواده‌ها همچنان نامه می‌فرستند.'],
  ['fa', 37, '', '۳۷ سال گذشت.'],
  ['fa', 35, '', 'سه دهه و نیم بعد.'],
  ['fa', 34, '۳۴ سال بی‌گور', ''],
  ['ar', 35, 'خمسة وثلاثون عاما من الألم', ''],
  ['ar', 33, '', 'قال إنه انتظر هذه اللحظة 33 عاما.'],
  ['ar', 36, '', 'تأتي الأمهات منذ 36 عاما.'],
  ['ar', 36, 'الصيف السادس والثلاثون', ''],
  ['ar', 37, '', 'مر 37 عاما.'],
  ['ar', 35, '', 'بعد ثلاثة عقود ونصف.'],
  ['ar', 34, '34 عاما بلا قبر', ''],
];

/** Ages, sentences, careers, marriages and the years of a state. */
const OTHER_YEARS: Row[] = [
  ['es', undefined, '', 'El grupo celebró su segundo aniversario.'],
  ['en', undefined, '', 'He was 35 years old.'],
  ['en', undefined, '', 'She served 33 years in prison.'],
  ['en', undefined, '', 'He has worked as a lawyer for 35 years.'],
  ['en', undefined, '', 'A man of 36 was sentenced to 25 years.'],
  ['en', undefined, '', 'My aunt was hanged at twenty-five years.'],
  ['en', undefined, '', 'The couple had been married for 31 years.'],
  ['de', undefined, '', 'Der 36 Jahre alte Mann schwieg.'],
  ['fr', undefined, '', 'Âgé de 36 ans, il se tait.'],
  ['en', undefined, '', 'The regime has ruled for 45 years.'],
  ['en', undefined, '', 'Iran has seen 40 years of clerical rule.'],
  ['es', undefined, '', 'Tenía 33 años.'],
  ['it', undefined, '', 'Aveva 33 anni.'],
  ['sv', undefined, '', 'Han var 33 år.'],
  ['fa', undefined, '', 'او ۳۳ سال داشت.'],
  ['ar', undefined, '', 'كان عمره 33 عاما.'],
  ['ru', undefined, '', 'Ему было 33 года.'],
  ['tr', undefined, '', '33 yaşındaydı.'],
  ['da', undefined, '', 'Han var 33 år.'],
  ['nl', undefined, '', 'Hij was 33 jaar.'],
  ['no', undefined, '', 'Han var 33 år gammel.'],
  ['ru', undefined, '', 'Его приговорили к 25 годам тюрьмы.'],
  ['fr', undefined, '', 'Le frère, 26 ans, fut pendu.'],
  ['en', undefined, '', 'She is the daughter of a teacher, 34 years her senior.'],
  ['de', undefined, '', 'Er saß 31 Jahre lang im Parlament.'],
];

/** Another anniversary stands beside the killings', or alone in a text about them. */
const TWO_ANNIVERSARIES: Row[] = [
  [
    'en',
    37,
    '',
    'The thirty-seventh anniversary fell a fortnight before the third anniversary of the death in custody of Mahsa Amini.',
  ],
  [
    'en',
    36,
    '',
    '36 years after the decree, speakers met; the meeting coincided with the twentieth anniversary of a parish twinning.',
  ],
  ['en', undefined, '', "In the week of the first anniversary of Mahsa Amini's death a vigil was held."],
  [
    'en',
    30,
    '',
    'The group celebrated its second anniversary and announced events for the 30th anniversary of the killings.',
  ],
  [
    'en',
    30,
    '',
    'The regime prepares for the 40th anniversary of the revolution; relatives mark thirty years without graves.',
  ],
  ['fr', undefined, '', 'Amnesty, qui fête son soixantième anniversaire, publie un rapport.'],
  ['de', undefined, '', 'Amnesty, das gerade sein sechzigjähriges Bestehen feiert, nennt Namen.'],
  ['en', undefined, '', 'Amnesty, which turns sixty this year, is celebrating its 60th anniversary.'],
  [
    'de',
    37,
    '',
    'Zwei Wochen vor dem dritten Todestag von Jina Mahsa Amini trafen sich die Angehörigen, 37 Jahre danach.',
  ],
  ['sv', 35, '', 'Föreningen firar sitt tioårsjubileum med en utställning om massavrättningarna, 35 år efteråt.'],
  ['fa', undefined, '', 'این انجمن دومین سالگرد تأسیس خود را جشن گرفت.'],
];

describe('years of a text on the killings', () => {
  it.each(YEARS)('%s: %d by “%s” “%s”', (language, ordinal, title, sentence) => {
    expect(ordinalOf(language, title, sentence)).toBe(ordinal);
  });

  it.each(OTHER_YEARS)(
    '%s: %s where they are a life’s, a sentence’s or a state’s: “%s%s”',
    (language, ordinal, title, sentence) => {
      expect(ordinalOf(language, title, sentence)).toBe(ordinal);
    },
  );

  it.each(TWO_ANNIVERSARIES)('%s: %s beside another anniversary: “%s%s”', (language, ordinal, title, sentence) => {
    expect(ordinalOf(language, title, sentence)).toBe(ordinal);
  });
});
