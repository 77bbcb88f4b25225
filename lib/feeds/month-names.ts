/** Month number by name, in lower case, without the points of abbreviations; Latin names without accents. */
export const GREGORIAN_MONTHS: ReadonlyMap<string, number> = number12([
  // English, German, Swedish, Spanish, Italian, French, Dutch, Portuguese
  'january jan januar januari enero ene gennaio gen janvier janv janeiro janner jaen jänner',
  'february feb februar februari febrero febbraio fevrier fevr fev fevereiro februarie feber',
  'march mar marz maerz mrz mars marzo maart mrt marco märz',
  'april apr abril abr aprile avril avr',
  'may mai maj mayo maggio mag mei maio',
  'june jun juni junio giugno giu juin junho',
  'july jul juli julio luglio lug juillet juil julho',
  'august aug augusti agosto ago aout augustus',
  'september sep sept septiembre set settembre septembre setembro setiembre',
  'october oct oktober okt octubre ottobre ott octobre outubro out',
  'november nov noviembre novembre novembro',
  'december dec dezember dez desember diciembre dic dicembre decembre dezembro',
  // Turkish, Albanian, Norwegian and Danish where they differ, Polish, Russian, Finnish
  'ocak oca janar stycznia sty января янв tammikuuta',
  'şubat sub şub shkurt lutego lut февраля фев helmikuuta',
  'mart mars marca марта мар maaliskuuta',
  'nisan nis prill kwietnia kwi апреля апр huhtikuuta',
  'mayıs maj maja мая toukokuuta',
  'haziran haz qershor czerwca cze июня июн kesäkuuta',
  'temmuz tem korrik lipca lip июля июл heinäkuuta',
  'ağustos ağu gusht sierpnia sie августа авг elokuuta',
  'eylül eyl shtator września wrz сентября сен сент syyskuuta',
  'ekim eki tetor października paź октября окт lokakuuta',
  'kasım kas nëntor listopada lis ноября ноя нояб marraskuuta',
  'aralık ara dhjetor grudnia gru desember des декабря дек joulukuuta',
  // Persian, Arabic of Egypt and the Gulf, of the Levant and Iraq, of the Maghreb
  'ژانویه ژانويه يناير كانون‌الثاني كانون_الثاني جانفي',
  'فوریه فوريه فبراير شباط فيفري',
  'مارس آذار اذار مارچ',
  'آوریل آوريل اوریل أبريل ابريل إبريل نيسان أفريل افريل',
  'مه می مايو أيار ايار ماي',
  'ژوئن ژوين ژوئین يونيو يونيه حزيران جوان',
  'ژوئیه ژوئيه ژوییه جولای يوليو يوليه يوليوز تموز جويلية',
  'اوت آگوست اگوست أغسطس اغسطس غشت آب أوت',
  'سپتامبر سبتمبر شتنبر أيلول ايلول',
  'اکتبر اكتبر أكتوبر اكتوبر تشرين_الأول تشرين_الاول',
  'نوامبر نوفمبر نونبر تشرين_الثاني',
  'دسامبر ديسمبر دجنبر كانون_الأول كانون_الاول',
]);

/** Months of the Iranian calendar, in Persian and transcribed. */
export const JALALI_MONTHS: ReadonlyMap<string, number> = number12([
  'فروردین فروردين farvardin',
  'اردیبهشت ارديبهشت ordibehesht',
  'خرداد khordad',
  'تیر تير tir',
  'مرداد امرداد mordad',
  'شهریور شهريور shahrivar',
  'مهر mehr',
  'آبان ابان aban',
  'آذر اذر azar',
  'دی دي dey',
  'بهمن bahman',
  'اسفند esfand',
]);

function number12(lines: readonly string[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    for (const name of line.split(' ')) months.set(foldName(name), (index % 12) + 1);
  }
  return months;
}

/** Arabic letters in one spelling, Latin ones without accents. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655\u064b-\u0652\u0640]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[أإآ]/g, 'ا')
    .replace(/\u200c/g, '_')
    .normalize('NFC');
}
