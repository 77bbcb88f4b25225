import type { FactWords } from './ordinal-words.ts';

/** How a text says that something was none: "was not a massacre", «قتل عامی در کار نبود». Stars and bars as in the lexicon. */
export const DENIAL_WORDS: FactWords = {
  /** Stands before what it denies. */
  'denied-before': {
    en: 'no|not|never|neither|nor|wasn t|weren t|isn t|aren t',
    fr: 'pas|aucun|aucune|jamais|ni',
    de: 'kein|keine|keinen|keinem|keiner|nie|niemals|nicht',
    sv: 'inte|ingen|inget|inga|aldrig',
    no: 'ikke|ingen|intet|aldri',
    da: 'ikke|ingen|intet|aldrig',
    es: 'no|ningún|ninguna|nunca|jamás|ni',
    it: 'non|nessun|nessuno|nessuna|mai|né',
    nl: 'geen|nooit|niet',
    ru: 'не|никак*|ни',
    fa: 'هیچ|هیچ گونه|هیچگونه|نه',
    ar: 'لم تكن|لم يكن|ليست|ليس|لا|لم تقع|لم تحدث|لم ترتكب',
    fi: 'ei|eivät',
    pl: 'nie|żadn*',
  },
  /** Stands behind it. */
  'denied-behind': {
    en: 'never happened|never took place|did not take place',
    fr: 'n a jamais eu lieu|n ont jamais eu lieu',
    de: 'hat es nie gegeben|hat es nicht gegeben|gab es nicht|gab es nie|hat nie stattgefunden',
    es: 'nunca existió|nunca ocurrió|no existió',
    tr: 'değil|değildi|değildir|yok|yoktu|olmadı|olmamıştır|yaşanmadı|yapılmadı',
    ru: 'не было|не существовало',
    fa: 'نبود|نبوده|نبودند|نیست|نداشت|نداشته|ندارد|نداد|نداده|نیفتاد|نیفتاده|نگرفت|نگرفته|نشد|نشده',
    ar: 'لم تقع|لم تحدث|لم تحصل|لم ترتكب',
  },
  /** May stand between the two. */
  'denied-between': {
    en: 'a|an|any|such|been|called|ever|kind of|sort of',
    fr: 'un|une|de|d|du tout|un seul|une seule|eu|été|question',
    de: 'ein|eine|einen|um',
    sv: 'en|ett|någon|något|några|om|fråga|haft|varit|begåtts',
    no: 'en|et|noen|noe|om|snakk|vært',
    da: 'en|et|nogen|noget|om|tale|været',
    es: 'un|una|fue|fueron|era|es|hubo|ha|habido|sido|se|trata|trató|trataba|de|existió|tal|ni|ningún|ninguna',
    it: 'un|una|uno|fu|furono|era|è|stato|stata|ci|c|vi|si|tratta|trattò|trattava|di|nessun|nessuna|alcun|alcuna',
    nl: 'een|sprake|van',
    tr: 'bir|diye|şey',
    ru: 'было|был|была|были|это|этой|никаких|никакой|никакого|массов*',
    fa: 'در|کار|وجود|رخ|اتفاق|صورت|انجام|یک|گونه',
    ar: 'هناك|ثمة|أي|اي|أية|تكن|يكن|مجرد',
    fi: 'ollut|olleet|mikään|mitään|ole',
    pl: 'było|była|był|były|to|ma|miało|miejsca|żadn*',
  },
  /** "Not only a massacre" is one. */
  'denied-only': {
    tr: 'sadece|yalnızca|yalnız',
    fa: 'تنها|فقط|صرفا|صرفاً',
  },
};
