/** How a language goes on beyond ninety-nine. Spaces part numbers, strokes their variants, underscores words. */
export interface HundredWords {
  /** Alone a hundred, after a number so many hundreds. */
  hundred?: string;
  /** One hundred, two hundred … nine hundred, where they are words of their own; "-" where they are not. */
  hundreds?: string;
  /** Two thousand in one word. */
  twoThousand?: string;
  /** Whether a word for thousand may be written on to a number with nothing between: چهارهزار. */
  joinsThousand?: string;
  /** Stems written on to other numbers, as regular expressions over folded text: siebenundzwanzigtausend. */
  written?: { thousand: string; hundred: string };
}

export const HUNDRED_WORDS: Readonly<Record<string, HundredWords>> = {
  en: { hundred: 'hundred' },
  fr: { hundred: 'cent|cents' },
  de: { written: { thousand: 'tausend(?:und)?', hundred: 'hundert(?:und)?' } },
  nl: { written: { thousand: 'duizend(?:en)?', hundred: 'honderd(?:en)?' } },
  sv: { written: { thousand: 'tusen(?:och)?', hundred: 'hundra(?:och)?' } },
  no: { written: { thousand: 'tusen(?:og)?', hundred: 'hundre(?:og)?' } },
  da: { written: { thousand: 'tusind(?:e)?(?:og)?', hundred: 'hundred(?:e)?(?:og)?' } },
  it: { written: { thousand: 'mil(?:a|le)e?', hundred: 'cento?' } },
  fi: { written: { thousand: 'tuhat(?:ta)?', hundred: 'sata(?:a)?' } },
  es: {
    hundreds:
      'cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas',
  },
  tr: { hundred: 'yüz', hundreds: '- ikiyüz üçyüz dörtyüz beşyüz altıyüz yediyüz sekizyüz dokuzyüz' },
  ru: {
    hundreds:
      'сто|ста двести|двухсот триста|трехсот|трёхсот четыреста|четырехсот|четырёхсот пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот девятьсот|девятисот',
  },
  pl: {
    hundreds:
      'sto|stu dwieście|dwustu trzysta|trzystu czterysta|czterystu pięćset|pięciuset sześćset|sześciuset siedemset|siedmiuset osiemset|ośmiuset dziewięćset|dziewięciuset',
  },
  fa: {
    hundred: 'صد',
    hundreds: 'یکصد|یک_صد دویست سیصد|سی_صد چهارصد پانصد ششصد|شش_صد|شیشصد هفتصد|هفت_صد هشتصد|هشت_صد نهصد|نه_صد',
    joinsThousand: 'هزار',
  },
  ar: {
    hundred: 'مئة|مائة|مية',
    hundreds:
      'مئة|مائة مئتان|مئتين|مائتان|مائتين|مئتي|مئتا|مائتي|مائتا ثلاثمئة|ثلاثمائة أربعمئة|أربعمائة خمسمئة|خمسمائة ستمئة|ستمائة سبعمئة|سبعمائة ثمانمئة|ثمانمائة|ثمانيمئة|ثمانيمائة تسعمئة|تسعمائة',
    twoThousand: 'ألفان|ألفين|ألفي',
  },
};
