import type { FactWords } from './ordinal-words.ts';

/** Parts of a century in years, by language: "a third of a century after". */
export const CENTURY_WORDS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  en: {
    25: 'quarter of a century|quarter century',
    33: 'third of a century',
    50: 'half a century|half century',
  },
  fr: { 25: 'quart de siècle', 33: 'tiers de siècle', 50: 'demi siècle' },
  de: {
    25: 'Vierteljahrhundert*|Viertel Jahrhundert',
    33: 'Dritteljahrhundert*|Drittel Jahrhundert',
    50: 'halbes Jahrhundert|halben Jahrhundert',
  },
  sv: {
    25: 'kvarts sekel|kvartssekel|kvarts århundrade',
    33: 'tredjedels sekel|tredjedels århundrade',
    50: 'halvt sekel|halvsekel',
  },
  no: {
    25: 'kvart århundre|kvart hundreår',
    33: 'tredjedels århundre|tredels århundre',
    50: 'halvt århundre|halvt hundreår',
  },
  da: { 25: 'kvart århundrede', 33: 'tredjedel århundrede|tredjedels århundrede', 50: 'halvt århundrede' },
  es: { 25: 'cuarto de siglo', 33: 'tercio de siglo', 50: 'medio siglo' },
  it: { 25: 'quarto di secolo', 33: 'terzo di secolo', 50: 'mezzo secolo' },
  nl: { 25: 'kwart eeuw', 33: 'derde eeuw|derde van een eeuw', 50: 'halve eeuw' },
  tr: {
    25: 'çeyrek asır*|çeyrek yüzyıl*|çeyrek asrı*',
    33: 'asrın üçte biri*|yüzyılın üçte biri*',
    50: 'yarım asır*|yarım yüzyıl*',
  },
  ru: { 25: 'четверть века|четверти века', 33: 'треть века|трети века', 50: 'полвека|полувека' },
  fa: { 25: 'ربع قرن', 33: 'یک سوم قرن|ثلث قرن', 50: 'نیم قرن' },
  ar: { 25: 'ربع قرن', 33: 'ثلث قرن', 50: 'نصف قرن' },
  fi: { 25: 'neljännesvuosisa*', 50: 'puoli vuosisataa' },
  pl: { 25: 'ćwierć wieku', 33: 'trzecia część wieku', 50: 'pół wieku' },
};

/** What is so many years old with the killings. */
export const AGE_WORDS: FactWords = {
  deed: {
    en: 'crime|crimes|massacre|atrocity|killings|executions|bloodbath|slaughter|purge|wound|wounds|secret|mass murder|hangings|tragedy|fatwa|decree|graves',
    fr: 'crime|crimes|massacre|tuerie|carnage|exécutions|pendaisons|plaie|blessure|secret|tragédie|fatwa',
    de: 'Verbrechen*|Massaker*|Massenmord*|Hinrichtungen|Wunde*|Bluttat*|Fatwa|Tat|Taten|Morde',
    sv: 'brott*|massaker|massakern|avrättningarna|morden|sår|såret|fatwan|hemlighet*',
    no: 'forbrytelse*|massakre*|henrettelsene|drapene|sår|såret|hemmelighet*',
    da: 'forbrydelse*|massakre*|henrettelserne|drabene|sår|såret|hemmelighed*',
    es: 'crimen|crímenes|masacre|matanza|ejecuciones|herida|tragedia|secreto|fetua',
    it: 'crimine|crimini|massacro|strage|eccidio|esecuzioni|ferita|tragedia|delitto|segreto',
    nl: 'misdaad|bloedbad|massamoord|moorden|executies|wond|wonde|misdrijf|geheim',
    tr: 'suç*|katliam*|yara*|cinayet*|infazlar*|idamlar*|sır',
    ru: 'преступлени*|резн*|бойн*|рана|раны|рану|казням|казни|трагеди*|тайн*',
    fa: 'جنایت|جنایتی|کشتار|کشتاری|قتل عام|زخم|زخمی|فاجعه|راز',
    ar: 'جريمة|الجريمة|مجزرة|المجزرة|مذبحة|المذبحة|جرح|الجرح|مأساة|سر',
    fi: 'rikos|rikoksen|joukkomurha*|verilöyly*|haava*',
    pl: 'zbrodni*|masakr*|mord|rana|rany',
  },
};

/**
 * Words that stand between what is old and its years: "is now", «عمرها»; or behind them: "old". Read where a number of years
 * stands only, for as cues they would stand in every sentence.
 */
export const AGE_JOINTS: Readonly<Record<string, string>> = {
  en: 'is was will be now are turned turns already by this year old itself',
  fr: 'a aura avait ont est déjà désormais aujourd hui vieux de vieille vieilles âgé lui elle même',
  de: 'ist wird war sind nun jetzt inzwischen mittlerweile bereits schon alt alte alten altes alter zurückliegend her selbst',
  sv: 'själv självt är nu blir blev gammalt gammal gamla',
  no: 'selv er nå blir ble gammel gammelt gamle',
  da: 'selv er nu bliver blev gammel gammelt gamle',
  es: 'mismo misma tiene tendrá tenía ya cumple cumplió hoy de antigüedad con',
  it: 'stesso stessa ha avrà aveva ormai già compie oggi vecchio di vecchia',
  nl: 'zelf is wordt nu inmiddels al oud oude',
  tr: 'yaşında yaşındaki yaşına artık tam',
  ru: 'самому уже теперь исполнилось исполняется скоро',
  fa: 'خود اکنون حالا امروز',
  ar: 'نفسها عمر عمرها عمره اليوم الآن',
  fi: 'on nyt vanha',
  pl: 'ma miała już sprzed',
};
