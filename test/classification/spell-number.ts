/** How the tests write numbers: apart from how the program reads them. Each language spells one to 999,999. */
interface Spelling {
  /** Zero to nineteen, then the tens from twenty on, parted by spaces; underscores are spaces. */
  small: string;
  tens: string;
  /** Below a hundred, from 21 on, without the round tens. */
  pair: (ten: string, unit: string, value: number) => string;
  hundreds: (count: number, unit: string) => string;
  thousands: (count: number, words: string) => string;
  /** Between hundreds, or thousands, and what follows. */
  afterHundred: string;
  afterThousand: string;
}

const spaced = (ten: string, unit: string) => `${ten} ${unit}`;
const ofList = (list: string) => (count: number) => list.split(' ')[count - 1]?.replaceAll('_', ' ') ?? '';

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  en: {
    small:
      '- one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    pair: (ten, unit) => `${ten}-${unit}`,
    hundreds: (_, unit) => `${unit} hundred`,
    thousands: (_, words) => `${words} thousand`,
    afterHundred: ' and ',
    afterThousand: ' ',
  },
  fr: {
    small:
      '- un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    tens: 'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt',
    pair: (ten, unit, value) => (value % 10 === 1 && value < 80 ? `${ten} et ${unit}` : `${ten}-${unit}`),
    hundreds: (count, unit) => (count === 1 ? 'cent' : `${unit} cent`),
    thousands: (count, words) => (count === 1 ? 'mille' : `${words} mille`),
    afterHundred: ' ',
    afterThousand: ' ',
  },
  de: {
    small:
      '- ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    pair: (ten, unit) => `${unit}und${ten}`,
    hundreds: (_, unit) => `${unit}hundert`,
    thousands: (_, words) => `${words}tausend`,
    afterHundred: '',
    afterThousand: '',
  },
  nl: {
    small:
      '- een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    pair: (ten, unit) => `${unit}${unit.endsWith('e') ? 'ë' : 'e'}n${ten}`,
    hundreds: (count, unit) => (count === 1 ? 'honderd' : `${unit}honderd`),
    thousands: (count, words) => (count === 1 ? 'duizend' : `${words}duizend`),
    afterHundred: '',
    afterThousand: ' ',
  },
  sv: {
    small: '- ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
    tens: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
    pair: (ten, unit) => ten + unit,
    hundreds: (_, unit) => `${unit}hundra`,
    thousands: (_, words) => `${words}tusen`.replace('etttusen', 'ettusen'),
    afterHundred: '',
    afterThousand: '',
  },
  no: {
    small: '- ett to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tjue tretti førti femti seksti sytti åtti nitti',
    pair: (ten, unit) => ten + unit,
    hundreds: (_, unit) => `${unit} hundre`,
    thousands: (_, words) => `${words} tusen`,
    afterHundred: ' og ',
    afterThousand: ' ',
  },
  da: {
    small: '- et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems',
    pair: (ten, unit) => `${unit === 'et' ? 'en' : unit}og${ten}`,
    hundreds: (_, unit) => `${unit} hundrede`,
    thousands: (_, words) => `${words} tusind`,
    afterHundred: ' og ',
    afterThousand: ' ',
  },
  es: {
    small:
      '- un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    pair: (ten, unit) => (ten === 'veinte' ? `veinti${unit}` : `${ten} y ${unit}`),
    hundreds: ofList(
      'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
    ),
    thousands: (count, words) => (count === 1 ? 'mil' : `${words} mil`),
    afterHundred: ' ',
    afterThousand: ' ',
  },
  it: {
    small:
      '- uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    pair: (ten, unit) => (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit,
    hundreds: (count, unit) => (count === 1 ? 'cento' : `${unit}cento`),
    thousands: (count, words) => (count === 1 ? 'mille' : `${words}mila`),
    afterHundred: '',
    afterThousand: '',
  },
  tr: {
    small:
      '- bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki on_üç on_dört on_beş on_altı on_yedi on_sekiz on_dokuz',
    tens: 'yirmi otuz kırk elli altmış yetmiş seksen doksan',
    pair: spaced,
    hundreds: (count, unit) => (count === 1 ? 'yüz' : `${unit} yüz`),
    thousands: (count, words) => (count === 1 ? 'bin' : `${words} bin`),
    afterHundred: ' ',
    afterThousand: ' ',
  },
  ru: {
    small:
      '- один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    tens: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    pair: spaced,
    hundreds: ofList('сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'),
    thousands: (count, words) =>
      `${words} тысяч`.replace(/один тысяч$/, 'одна тысяча').replace(/два тысяч$/, 'две тысячи') +
      (count % 10 >= 3 && count % 10 <= 4 && Math.floor(count / 10) % 10 !== 1 ? 'и' : ''),
    afterHundred: ' ',
    afterThousand: ' ',
  },
  fa: {
    small: '- یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده',
    tens: 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود',
    pair: (ten, unit) => `${ten} و ${unit}`,
    hundreds: ofList('صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'),
    thousands: (count, words) => (count === 1 ? 'هزار' : `${words} هزار`),
    afterHundred: ' و ',
    afterThousand: ' و ',
  },
  ar: {
    small:
      '- واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحد_عشر اثنا_عشر ثلاثة_عشر أربعة_عشر خمسة_عشر ستة_عشر سبعة_عشر ثمانية_عشر تسعة_عشر',
    tens: 'عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون',
    pair: (ten, unit) => `${unit} و${ten}`,
    hundreds: ofList('مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة'),
    thousands: (count, words) =>
      count === 1 ? 'ألف' : count === 2 ? 'ألفان' : `${words} ${count < 11 ? 'آلاف' : 'ألف'}`,
    afterHundred: ' و',
    afterThousand: ' و',
  },
};

export const SPELT_LANGUAGES = Object.keys(SPELLINGS);

/** @throws Error for a language that the tests do not spell */
export function spellNumber(value: number, language: string): string {
  const spelling = SPELLINGS[language];
  if (!spelling) throw new Error(`no spelling for ${language}`);
  const thousands = Math.floor(value / 1000);
  const below = belowThousand(value % 1000, spelling);
  if (thousands === 0) return below;
  const above = spelling.thousands(thousands, belowThousand(thousands, spelling));
  return below === '' ? above : above + spelling.afterThousand + below;
}

function belowThousand(value: number, spelling: Spelling): string {
  const small = spelling.small.split(' ').map((word) => word.replaceAll('_', ' '));
  const rest = belowHundred(value % 100, spelling, small);
  const count = Math.floor(value / 100);
  if (count === 0) return rest;
  const hundreds = spelling.hundreds(count, small[count] ?? '');
  return rest === '' ? hundreds : hundreds + spelling.afterHundred + rest;
}

function belowHundred(value: number, { tens, pair }: Spelling, small: readonly string[]): string {
  if (value === 0) return '';
  if (value < 20) return small[value] ?? '';
  const ten = tens.split(' ')[Math.floor(value / 10) - 2] ?? '';
  // Soixante-dix, quatre-vingt-dix-neuf.
  const isFrenchPair = ten === 'quatre-vingt' || ten === 'soixante';
  const unit = isFrenchPair && Math.floor(value / 10) % 2 === 1 ? value % 20 : value % 10;
  return unit === 0 ? ten : pair(ten, small[unit] ?? '', value);
}
