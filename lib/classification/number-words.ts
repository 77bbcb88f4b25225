/** How a language says its numbers below one hundred. Spaces part numbers, strokes their variants, underscores words. */
export interface NumberWords {
  /** One to nineteen. */
  units: string;
  /** Twenty, thirty … ninety. */
  tens: string;
  /** The same as ordinals, with every ending in use. */
  unitOrdinals: string;
  tenOrdinals: string;
}

function endings(stems: string, ends: string): string {
  return stems
    .split(' ')
    .map((stem) =>
      ends
        .split(' ')
        .map((end) => (end === '-' ? stem : stem + end))
        .join('|'),
    )
    .join(' ');
}

const GERMAN_ENDS = 'e en er es em';
const RUSSIAN_ENDS = 'ый ой ая ую ого ом ое ым ых ий ья ью ей ьей ьего ье';

const POLISH_ENDS = 'y a ej ą ego iej ia';

export const NUMBER_WORDS: Readonly<Record<string, NumberWords>> = {
  en: {
    units:
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty|fourty fifty sixty seventy eighty ninety',
    unitOrdinals:
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    tenOrdinals: 'twentieth thirtieth fortieth|fourtieth fiftieth sixtieth seventieth eightieth ninetieth',
  },
  fr: {
    units:
      'un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf',
    tens: 'vingt trente quarante cinquante soixante soixante_dix quatre_vingts|quatre_vingt quatre_vingt_dix',
    unitOrdinals:
      'premier|première|unième deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix_septième dix_huitième dix_neuvième',
    tenOrdinals:
      'vingtième trentième quarantième cinquantième soixantième soixante_dixième quatre_vingtième quatre_vingt_dixième',
  },
  de: {
    units:
      'ein|eins|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    unitOrdinals: endings(
      'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt',
      GERMAN_ENDS,
    ),
    tenOrdinals: endings(
      'zwanzigst dreißigst vierzigst fünfzigst sechzigst siebzigst achtzigst neunzigst',
      GERMAN_ENDS,
    ),
  },
  nl: {
    units:
      'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    unitOrdinals:
      'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende',
    tenOrdinals: 'twintigste dertigste veertigste vijftigste zestigste zeventigste tachtigste negentigste',
  },
  sv: {
    units: 'en|ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
    tens: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
    unitOrdinals:
      'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde',
    tenOrdinals: 'tjugonde trettionde fyrtionde femtionde sextionde sjuttionde åttionde nittionde',
  },
  no: {
    units:
      'en|ett to tre fire fem seks sju|syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tjue|tyve tretti|tredve førti|førr femti seksti sytti åtti nitti',
    unitOrdinals:
      'første andre tredje fjerde femte sjette sjuende|syvende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende',
    tenOrdinals: 'tjuende|tyvende trettiende|tredevte førtiende femtiende sekstiende syttiende åttiende nittiende',
  },
  da: {
    units: 'en|et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems',
    unitOrdinals:
      'første anden|andet tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende',
    tenOrdinals:
      'tyvende tredivte fyrretyvende halvtredsindstyvende tresindstyvende halvfjerdsindstyvende firsindstyvende halvfemsindstyvende',
  },
  es: {
    units:
      'un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte|veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    unitOrdinals: `primero|primera|primer segundo|segunda tercero|tercera|tercer ${endings('cuart quint sext séptim octav noven décim undécim duodécim decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav decimonoven', 'o a')}`,
    tenOrdinals: endings('vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim', 'o a'),
  },
  it: {
    units:
      'un|uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    unitOrdinals: endings(
      'prim second terz quart quint sest settim ottav non decim undicesim dodicesim tredicesim quattordicesim quindicesim sedicesim diciassettesim diciottesim diciannovesim',
      'o a',
    ),
    tenOrdinals: endings(
      'ventesim trentesim quarantesim cinquantesim sessantesim settantesim ottantesim novantesim',
      'o a',
    ),
  },
  tr: {
    units:
      'bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki on_üç on_dört on_beş on_altı on_yedi on_sekiz on_dokuz',
    tens: 'yirmi otuz kırk elli altmış yetmiş seksen doksan',
    unitOrdinals:
      'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu on_birinci on_ikinci on_üçüncü on_dördüncü on_beşinci on_altıncı on_yedinci on_sekizinci on_dokuzuncu',
    tenOrdinals: 'yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı',
  },
  ru: {
    units:
      'один|одна два|две|двух три|трех|трёх четыре|четырех|четырёх пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    tens: 'двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    unitOrdinals: endings(
      'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат',
      RUSSIAN_ENDS,
    ),
    tenOrdinals: endings('двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност', RUSSIAN_ENDS),
  },
  fa: {
    units: 'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده|هیفده هجده|هیجده نوزده',
    tens: 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود',
    unitOrdinals: endings(
      'یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم',
      '- ین',
    ),
    tenOrdinals:
      'بیستم|بیستمین سی_ام|سی_امین|سیم|سیمین|سی_اُمین چهلم|چهلمین پنجاهم|پنجاهمین شصتم|شصتمین هفتادم|هفتادمین هشتادم|هشتادمین نودم|نودمین',
  },
  ar: {
    units:
      'واحد|واحدة|إحدى اثنان|اثنين|اثنا|اثنتين|اثنتان ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة|وست سبع|سبعة ثمان|ثمانية|ثماني تسع|تسعة عشر|عشرة أحد_عشر|إحدى_عشرة اثني_عشر|اثنا_عشر|اثنتي_عشرة|اثنتا_عشرة ثلاثة_عشر|ثلاث_عشرة أربعة_عشر|أربع_عشرة خمسة_عشر|خمس_عشرة ستة_عشر|ست_عشرة سبعة_عشر|سبع_عشرة ثمانية_عشر|ثماني_عشرة تسعة_عشر|تسع_عشرة',
    tens: 'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
    unitOrdinals:
      'الأول|الأولى|الحادي|الحادية الثاني|الثانية الثالث|الثالثة الرابع|الرابعة الخامس|الخامسة السادس|السادسة السابع|السابعة الثامن|الثامنة التاسع|التاسعة العاشر|العاشرة الحادية_عشرة|الحادي_عشر الثانية_عشرة|الثاني_عشر الثالثة_عشرة|الثالث_عشر الرابعة_عشرة|الرابع_عشر الخامسة_عشرة|الخامس_عشر السادسة_عشرة|السادس_عشر السابعة_عشرة|السابع_عشر الثامنة_عشرة|الثامن_عشر التاسعة_عشرة|التاسع_عشر',
    tenOrdinals:
      'العشرون|العشرين الثلاثون|الثلاثين الأربعون|الأربعين الخمسون|الخمسين الستون|الستين السبعون|السبعين الثمانون|الثمانين التسعون|التسعين',
  },
  fi: {
    units:
      'yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista',
    tens: 'kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä',
    unitOrdinals:
      'ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes yhdestoista kahdestoista kolmastoista neljästoista viidestoista kuudestoista seitsemästoista kahdeksastoista yhdeksästoista',
    tenOrdinals:
      'kahdeskymmenes kolmaskymmenes neljäskymmenes viideskymmenes kuudeskymmenes seitsemäskymmenes kahdeksaskymmenes yhdeksäskymmenes',
  },
  pl: {
    units:
      'jeden|jedna|jedno dwa|dwie|dwóch trzy|trzech cztery|czterech pięć|pięciu sześć|sześciu siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
    tens: 'dwadzieścia|dwudziestu trzydzieści|trzydziestu czterdzieści|czterdziestu pięćdziesiąt|pięćdziesięciu sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    unitOrdinals: endings(
      'pierwsz drug trzeci czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast',
      POLISH_ENDS,
    ),
    tenOrdinals: endings(
      'dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
      POLISH_ENDS,
    ),
  },
};
