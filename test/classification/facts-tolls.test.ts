import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findAmounts } from '../../lib/classification/find-amounts.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { readFactField } from '../../lib/classification/read-fact-field.ts';

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

/** As "over 30000", "2800-5000", "thousands". */
function figuresOf(language: string, sentence: string): string[] {
  const text = `${KILLINGS[language]} ${sentence}`;
  return findFacts({ title: '', text, language, isRelevant: true }, names).figures.map(({ words }) => {
    const [amount] = findAmounts(readFactField('text', words, names.finder(language)));
    const range = amount?.to === undefined ? amount?.value : `${amount.value}-${amount.to}`;
    const kind = amount?.to === undefined ? amount?.qualifierKind : undefined;
    return [kind, range].filter((part) => part !== undefined).join(' ');
  });
}

/** A toll by a word such as "thousands", without a noun. */
const WORDS: [language: string, sentence: string, figure: string][] = [
  ['en', 'Thousands it was, across the country.', 'thousands'],
  ['en', 'There were thousands.', 'thousands'],
  ['en', 'Nobody knows the exact number: thousands, say the families.', 'thousands'],
  ['fr', 'Ils étaient des milliers.', 'thousands'],
  ['fr', 'Des milliers, dans tout le pays.', 'thousands'],
  ['fr', 'On parle de milliers de vies.', 'thousands'],
  ['de', 'Tausende waren es im ganzen Land.', 'thousands'],
  ['de', 'Es waren Tausende.', 'thousands'],
  ['de', 'Wie viele es waren, weiß niemand; Tausende, sagen die Familien.', 'thousands'],
  ['sv', 'Det rörde sig om tusentals.', 'thousands'],
  ['sv', 'Tusentals försvann på några veckor.', 'thousands'],
  ['no', 'Det var tusenvis.', 'thousands'],
  ['no', 'Flere tusen ble borte på noen uker.', 'several-thousand'],
  ['da', 'Det drejede sig om tusinder.', 'thousands'],
  ['da', 'Tusindvis måtte dø.', 'thousands'],
  ['es', 'Fueron miles.', 'thousands'],
  ['es', 'Miles, en todo el país.', 'thousands'],
  ['it', 'Furono migliaia.', 'thousands'],
  ['it', 'A migliaia, in tutto il Paese.', 'thousands'],
  ['nl', 'Het waren er duizenden.', 'thousands'],
  ['nl', 'Duizenden, in het hele land.', 'thousands'],
  ['tr', 'Binlercesi bir daha dönmedi.', 'thousands'],
  ['tr', 'Sayıları binlerceydi.', 'thousands'],
  ['ru', 'Их были тысячи.', 'thousands'],
  ['ru', 'Тысячи не вернулись домой.', 'thousands'],
  ['fa', 'شمارشان هزاران بود.', 'thousands'],
  ['fa', 'هزاران تن دیگر بازنگشتند.', 'thousands'],
  ['ar', 'كانوا بالآلاف.', 'thousands'],
  ['ar', 'آلاف لم يعودوا إلى بيوتهم.', 'thousands'],
  ['en', 'The families remember the weeks when thousands went to the gallows.', 'thousands'],
  ['fr', 'Les familles se souviennent de l’été où des milliers furent pendus.', 'thousands'],
  ['de', 'Die Familien erinnern an die Wochen, in denen Tausende gehängt wurden.', 'thousands'],
  ['sv', 'Familjerna minns veckorna då tusentals hängdes.', 'thousands'],
  ['no', 'Familiene minnes ukene da tusener ble hengt.', 'thousands'],
  ['da', 'Familierne mindes de uger, hvor tusinder blev hængt.', 'thousands'],
  ['es', 'Las familias recuerdan las semanas en que miles fueron ahorcados.', 'thousands'],
  ['it', 'Le famiglie ricordano le settimane in cui a migliaia salirono sul patibolo.', 'thousands'],
  ['nl', 'De families herdenken de weken waarin duizenden werden opgehangen.', 'thousands'],
  ['tr', 'Aileler, binlercesinin asıldığı haftaları anıyor.', 'thousands'],
  ['ru', 'Семьи помнят недели, когда тысячи были повешены.', 'thousands'],
  ['fa', 'خانواده‌ها هفته‌هایی را به یاد دارند که هزاران نفر به دار آویخته شدند.', 'thousands'],
  ['ar', 'تتذكر العائلات الأسابيع التي شُنق فيها الآلاف.', 'thousands'],
  ['en', 'Thousands of sons and husbands were buried at night.', 'thousands'],
  ['en', 'The decree cost thousands their lives.', 'thousands'],
  ['fr', 'Le décret a coûté la vie à des milliers.', 'thousands'],
  ['de', 'Das Dekret kostete Tausende das Leben.', 'thousands'],
  ['sv', 'Dekretet kostade tusentals livet.', 'thousands'],
  ['es', 'El decreto costó la vida a miles.', 'thousands'],
  ['it', 'Il decreto costò la vita a migliaia.', 'thousands'],
  ['nl', 'Het decreet kostte duizenden het leven.', 'thousands'],
  ['no', 'Dekretet kostet tusener livet.', 'thousands'],
  ['da', 'Dekretet kostede tusinder livet.', 'thousands'],
  ['tr', 'Ferman binlercesinin canına mal oldu.', 'thousands'],
  ['ru', 'Указ стоил жизни тысячам.', 'thousands'],
  ['fa', 'آن فرمان جان هزاران تن را گرفت.', 'thousands'],
  ['ar', 'كلف المرسوم الآلاف حياتهم.', 'thousands'],
  ['en', 'In Gohardasht alone, hundreds were hanged.', 'hundreds'],
  ['de', 'Allein in Gohardascht wurden Hunderte gehängt.', 'hundreds'],
  ['sv', 'Bara i Gohardasht hängdes hundratals.', 'hundreds'],
  ['es', 'Solo en Gohardasht cientos fueron ahorcados.', 'hundreds'],
];

/** Numbers without a noun, side by side, as ranges and in words. */
const NUMBERS: [language: string, sentence: string, figures: string][] = [
  ['en', 'Amnesty speaks of 5,000, the Mojahedin of 30,000.', '5000; 30000'],
  ['en', 'Estimates differ: 5,000 according to Amnesty, more than 30,000 according to the NCRI.', '5000; over 30000'],
  ['en', 'Amnesty puts the toll at 4,500 to 5,000; the opposition at 30,000.', '4500-5000; 30000'],
  ['en', '5,000, says Amnesty. 30,000, says the opposition.', '5000; 30000'],
  ['fr', 'Amnesty parle de 5 000, les Moudjahidine de 30 000.', '5000; 30000'],
  ['fr', 'Les estimations divergent : 5 000 selon Amnesty, plus de 30 000 selon le CNRI.', '5000; over 30000'],
  ['de', 'Amnesty spricht von 5.000, die Volksmudschahedin von 30.000.', '5000; 30000'],
  [
    'de',
    'Die Schätzungen gehen auseinander: 5.000 laut Amnesty, über 30.000 nach Angaben der Opposition.',
    '5000; over 30000',
  ],
  ['sv', 'Amnesty talar om 5 000, oppositionen om 30 000.', '5000; 30000'],
  [
    'sv',
    'Uppgifterna varierar: omkring 5 000 enligt Amnesty, över 30 000 enligt oppositionen.',
    'about 5000; over 30000',
  ],
  ['no', 'Amnesty snakker om 5000, opposisjonen om 30 000.', '5000; 30000'],
  ['no', 'Anslagene spriker: rundt 5000 ifølge Amnesty, over 30 000 ifølge opposisjonen.', 'about 5000; over 30000'],
  ['da', 'Amnesty taler om 5.000, oppositionen om 30.000.', '5000; 30000'],
  ['da', 'Tallene svinger: omkring 5.000 ifølge Amnesty, over 30.000 ifølge oppositionen.', 'about 5000; over 30000'],
  ['es', 'Amnistía habla de 5.000, los Muyahidines de 30.000.', '5000; 30000'],
  ['es', 'Las cifras varían: unos 5.000 según Amnistía, más de 30.000 según la oposición.', 'about 5000; over 30000'],
  ['it', 'Amnesty parla di 5.000, i Mojahedin di 30.000.', '5000; 30000'],
  [
    'it',
    'Le stime divergono: circa 5.000 secondo Amnesty, oltre 30.000 secondo l’opposizione.',
    'about 5000; over 30000',
  ],
  ['nl', 'Amnesty houdt het op 5.000, de oppositie op 30.000.', '5000; 30000'],
  [
    'nl',
    'De schattingen lopen uiteen: ongeveer 5.000 volgens Amnesty, meer dan 30.000 volgens de oppositie.',
    'about 5000; over 30000',
  ],
  ['tr', 'Af Örgütü 5 bin, muhalefet 30 bin diyor.', '5000; 30000'],
  [
    'tr',
    "Rakamlar farklı: Af Örgütü'ne göre yaklaşık 5.000, muhalefete göre 30.000'den fazla.",
    'about 5000; over 30000',
  ],
  ['ru', '«Амнести» называет 5 тысяч, оппозиция — 30 тысяч.', '5000; 30000'],
  [
    'ru',
    'Оценки расходятся: около 5000 по данным «Амнести», более 30 000 по данным оппозиции.',
    'about 5000; over 30000',
  ],
  ['fa', 'عفو بین‌الملل از پنج هزار می‌گوید و مجاهدین از سی هزار.', '5000; 30000'],
  [
    'fa',
    'برآوردها متفاوت است: حدود ۵۰۰۰ به گفتهٔ عفو بین‌الملل و بیش از ۳۰ هزار به گفتهٔ اپوزیسیون.',
    'about 5000; over 30000',
  ],
  ['ar', 'تتحدث منظمة العفو عن 5000 وتقول المعارضة إنهم 30 ألفا.', '5000; 30000'],
  ['ar', 'تتباين التقديرات: نحو 5000 بحسب منظمة العفو وأكثر من 30 ألفا بحسب المعارضة.', 'about 5000; over 30000'],
  ['en', 'Some 5,000, by the count of the lawyers.', 'about 5000'],
  ['fr', 'Quelque 5 000, selon les avocats.', 'about 5000'],
  ['de', 'Rund 5.000, so die Anwälte.', 'about 5000'],
  ['sv', 'Omkring 5 000, enligt advokaterna.', 'about 5000'],
  ['no', 'Omkring 5 000, ifølge advokatene.', 'about 5000'],
  ['da', 'Omkring 5.000, ifølge advokaterne.', 'about 5000'],
  ['es', 'Unos 5.000, según los abogados.', 'about 5000'],
  ['it', 'Circa 5.000, secondo gli avvocati.', 'about 5000'],
  ['nl', 'Zo’n 5.000, volgens de advocaten.', 'about 5000'],
  ['tr', 'Avukatlara göre yaklaşık 5.000.', 'about 5000'],
  ['ru', 'Около пяти тысяч, по подсчётам юристов.', 'about 5000'],
  ['fa', 'نزدیک به پنج هزار، به گفتهٔ وکلا.', 'about 5000'],
  ['ar', 'قرابة خمسة آلاف، بحسب المحامين.', 'about 5000'],
  ['en', 'The victims, numbering at least 4,482, lie in unmarked ground.', 'at-least 4482'],
  ['en', 'The dead numbered between 2,800 and 5,000.', '2800-5000'],
  ['fr', 'On estime leur nombre à 4 500 au moins.', 'at-least 4500'],
  ['de', 'Ihre Zahl wird auf mindestens 4.500 geschätzt.', 'at-least 4500'],
  ['sv', 'Antalet uppskattas till minst 4 500.', 'at-least 4500'],
  ['no', 'Antallet anslås til minst 4500.', 'at-least 4500'],
  ['da', 'Antallet anslås til mindst 4.500.', 'at-least 4500'],
  ['es', 'Su número se calcula en al menos 4.500.', 'at-least 4500'],
  ['it', 'Il loro numero è stimato in almeno 4.500.', 'at-least 4500'],
  ['nl', 'Hun aantal wordt op minstens 4.500 geschat.', 'at-least 4500'],
  ['tr', 'Sayıları en az 4.500 olarak tahmin ediliyor.', 'at-least 4500'],
  ['ru', 'Их число оценивают не менее чем в 4500.', '4500'],
  ['fa', 'شمار آنان دست‌کم ۴۵۰۰ برآورد می‌شود.', 'at-least 4500'],
  ['ar', 'يقدر عددهم بما لا يقل عن 4500.', 'at-least 4500'],
  ['en', 'From 2,800 to 5,000 inmates were put to death.', '2800-5000'],
  ['fr', 'De 2 800 à 5 000 détenus furent mis à mort.', '2800-5000'],
  ['fr', 'Selon les ONG, de 2 800 à 5 000 détenus furent mis à mort cette année-là.', '2800-5000'],
  ['de', '2.800 bis 5.000 Häftlinge wurden getötet.', '2800-5000'],
  ['sv', 'Mellan 2 800 och 5 000 fångar dödades.', '2800-5000'],
  ['no', 'Mellom 2800 og 5000 fanger ble drept.', '2800-5000'],
  ['da', 'Mellem 2.800 og 5.000 fanger blev dræbt.', '2800-5000'],
  ['es', 'De 2.800 a 5.000 presos fueron ejecutados.', '2800-5000'],
  ['it', 'Da 2.800 a 5.000 detenuti furono uccisi.', '2800-5000'],
  ['it', 'Tra i 2.800 e i 5.000 detenuti furono uccisi.', '2800-5000'],
  ['nl', 'Tussen de 2.800 en 5.000 gevangenen werden gedood.', '2800-5000'],
  ['tr', '2.800 ile 5.000 arasında mahkûm idam edildi.', '2800-5000'],
  ['ru', 'От 2800 до 5000 заключённых были казнены.', '2800-5000'],
  ['fa', 'بین ۲۸۰۰ تا ۵۰۰۰ زندانی اعدام شدند.', '2800-5000'],
  ['ar', 'أُعدم ما بين 2800 و5000 سجين.', '2800-5000'],
  ['de', 'Zwischen zweieinhalb- und fünftausend Menschen wurden getötet.', '2500-5000'],
  ['en', 'An estimated 4,000–5,000 died.', '4000-5000'],
  ['en', 'Four to five thousand men and women were hanged.', '4000-5000'],
  ['fr', 'Quatre à cinq mille détenus furent pendus.', '4000-5000'],
  ['de', 'Vier- bis fünftausend Gefangene wurden gehängt.', '4000-5000'],
  ['sv', 'Fyra till fem tusen fångar hängdes.', '4000-5000'],
  ['es', 'Entre cuatro mil y cinco mil presos fueron ahorcados.', '4000-5000'],
  ['fa', 'چهار تا پنج هزار زندانی اعدام شدند.', '4000-5000'],
  ['ru', 'Четыре-пять тысяч заключённых были казнены.', '4000-5000'],
  ['tr', 'Dört ila beş bin mahkûm asıldı.', '4000-5000'],
  ['it', 'Da quattro a cinquemila detenuti furono impiccati.', '4000-5000'],
  ['nl', 'Vier- à vijfduizend gevangenen werden opgehangen.', '4000-5000'],
  ['ar', 'أُعدم ما بين أربعة آلاف وخمسة آلاف سجين.', '4000-5000'],
  ['en', 'Thirty thousand people were killed.', '30000'],
  ['en', 'Close to thirty thousand lives were extinguished.', 'about 30000'],
  ['fr', 'Trente mille détenus furent exécutés.', '30000'],
  ['de', 'Dreißigtausend Menschen wurden getötet.', '30000'],
  ['de', 'Viereinhalbtausend Häftlinge wurden getötet.', '4500'],
  ['sv', 'Trettiotusen människor dödades.', '30000'],
  ['no', 'Tretti tusen mennesker ble drept.', '30000'],
  ['da', 'Tredivetusind mennesker blev dræbt.', '30000'],
  ['es', 'Treinta mil presos fueron ejecutados.', '30000'],
  ['it', 'Trentamila detenuti furono giustiziati.', '30000'],
  ['nl', 'Dertigduizend mensen werden vermoord.', '30000'],
  ['tr', 'Otuz bin kişi idam edildi.', '30000'],
  ['ru', 'Тридцать тысяч человек были казнены.', '30000'],
  ['fa', 'سی هزار تن اعدام شدند.', '30000'],
  ['ar', 'أُعدم ثلاثون ألف سجين.', '30000'],
];

describe('a toll', () => {
  it.each(WORDS)('%s: “%s” is a figure: %s', (language, sentence, figure) => {
    expect(figuresOf(language, sentence)).toEqual([figure]);
  });

  it.each(NUMBERS)('%s: “%s” has %s', (language, sentence, figures) => {
    expect(figuresOf(language, sentence)).toEqual(figures.split('; '));
  });
});
