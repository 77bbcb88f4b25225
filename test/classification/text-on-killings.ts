import { compileNames } from '../../lib/classification/compile-names.ts';
import type { Facts } from '../../lib/classification/facts.ts';
import { findAmounts } from '../../lib/classification/find-amounts.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { readFactField } from '../../lib/classification/read-fact-field.ts';

const names = compileNames(readNames());
/** One sentence on the killings of 1988 in each language. */
export const KILLINGS: Readonly<Record<string, string>> = {
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

/** Facts of a text that is known to be on the subject. */
export const factsOf = (language: string, text: string, title = ''): Facts =>
  findFacts({ title, text, language, isRelevant: true }, names);

/** As "over 30000", "2800-5000", "thousands". */
export function figuresOf(language: string, text: string, title = ''): string[] {
  return factsOf(language, text, title).figures.map(({ words }) => {
    const [amount] = findAmounts(readFactField('text', words, names.finder(language)));
    const range = amount?.to === undefined ? amount?.value : `${amount.value}-${amount.to}`;
    const kind = amount?.to === undefined ? amount?.qualifierKind : undefined;
    return [kind, range].filter((part) => part !== undefined).join(' ');
  });
}
