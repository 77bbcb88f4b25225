import { expect, it } from 'vitest';
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

/** Crowds, petitions, ages, hours, pages, other dead: no victims of 1988. */
const OTHERS: [language: string, sentence: string][] = [
  ['en', 'Thousands marched through Paris on Saturday.'],
  ['en', 'Thousands of Iranians rallied in Berlin to remember them.'],
  ['en', 'A petition with 30,000 signatures was handed in.'],
  ['en', 'The petition gathered 12,000 names within a week.'],
  ['en', 'She was 92 when she died.'],
  ['en', 'When one of the mothers died at 92 the guards let eleven people attend.'],
  ['en', 'He was sentenced to 30 years.'],
  ['en', 'The book has sold 5,000 copies.'],
  ['en', 'Some 3,000 attended the vigil.'],
  ['en', 'Her ten-point plan was applauded.'],
  ['en', 'Thousands of documents were handed to the court.'],
  ['en', 'Thousands of miles away, her brother heard the news.'],
  ['en', 'Between 300 and 400 exiles stood outside the court.'],
  ['en', 'The hearing runs to 5,000 pages of testimony about the killings.'],
  ['en', 'A crowd of some 2,000 listened to the names of the executed.'],
  ['en', 'The film of the executions was seen by 5,000 in Cannes.'],
  ['en', 'The fine was 2,000 euros for each poster of the executed.'],
  ['en', 'Room 1500 was too small for the relatives of the executed.'],
  ['fr', 'Des milliers ont défilé samedi à Paris.'],
  ['fr', 'Une pétition de 30 000 signatures réclame une enquête sur les exécutions.'],
  ['fr', 'Elle est morte à 92 ans.'],
  ['fr', 'Des milliers de pages du dossier évoquent les pendaisons.'],
  ['fr', 'Ils étaient 3 000 à écouter les noms des exécutés.'],
  ['de', 'Tausende zogen am Samstag durch Berlin.'],
  ['de', 'Eine Petition mit 30.000 Unterschriften fordert Aufklärung der Hinrichtungen.'],
  ['de', 'Sie starb mit 92.'],
  ['de', 'Tausende Seiten Akten belegen die Hinrichtungen.'],
  ['de', 'Rund 3.000 kamen zur Kundgebung für die Hingerichteten.'],
  ['sv', 'Tusentals tågade genom Stockholm i lördags.'],
  ['sv', 'Namninsamlingen mot avrättningarna samlade 30 000 namn.'],
  ['sv', 'Hon var 92 när hon dog.'],
  [
    'sv',
    'I lördags gick omkring tvåhundra människor från Norra Bantorget till UD, trettiotre år efter avrättningarna.',
  ],
  ['sv', 'Ljudfilerna från de 92 förhandlingsdagarna om avrättningarna bevaras.'],
  ['no', 'Tusenvis gikk i tog lørdag.'],
  ['no', 'Oppropet fikk 30 000 underskrifter.'],
  ['da', 'Tusindvis gik i optog lørdag.'],
  ['da', 'Underskriftsindsamlingen fik 30.000 navne.'],
  ['es', 'Miles marcharon el sábado en Madrid.'],
  ['es', 'La petición reunió 30.000 firmas contra las ejecuciones.'],
  ['es', 'Murió a los 92.'],
  ['it', 'In migliaia hanno sfilato sabato a Roma.'],
  ['it', 'La petizione ha raccolto 30.000 firme.'],
  ['it', 'Alle 21 verranno letti i nomi degli impiccati.'],
  ['it', 'Morì a 92 anni.'],
  ['nl', 'Duizenden trokken zaterdag door Den Haag.'],
  ['nl', 'De petitie kreeg 30.000 handtekeningen.'],
  ['tr', 'Binlerce kişi cumartesi günü Paris’te yürüdü.'],
  ['tr', 'İmza kampanyasına 30.000 kişi katıldı.'],
  ['ru', 'Тысячи прошли в субботу по Парижу.'],
  ['ru', 'Петицию подписали 30 000 человек.'],
  ['ru', 'Мариам Раджави назвала план из десяти пунктов завещанием казнённых.'],
  ['fa', 'هزاران نفر روز شنبه در پاریس راهپیمایی کردند.'],
  ['fa', 'طومار درخواست تحقیق ۳۰ هزار امضا گرد آورد.'],
  ['fa', 'او که شش عضو خانواده‌اش در دههٔ شصت کشته شدند به دادسرا احضار شد.'],
  ['fa', 'مادر در ۹۲ سالگی درگذشت.'],
  ['ar', 'تظاهر الآلاف يوم السبت في باريس.'],
  ['ar', 'جمعت العريضة 30 ألف توقيع.'],
  ['ar', 'وقال إن زمرة إرهابية قتلت آلاف المواطنين.'],
  ['ar', 'توفيت الأم عن 92 عاما.'],
  ['de', 'Ihr Zehn-Punkte-Plan sieht die Abschaffung der Hinrichtungen vor.'],
  ['en', 'Iran executed 901 people last year, rights groups say.'],
  ['en', 'Security forces killed 1,500 protesters in November 2019.'],
  ['en', 'The group says 30,000 were killed in January 2026.'],
];

it.each(OTHERS)('%s: no figure in “%s”', (language, sentence) => {
  const text = `${KILLINGS[language]} ${sentence}`;
  expect(findFacts({ title: '', text, language, isRelevant: true }, names).figures).toEqual([]);
});
