import { expect, it } from 'vitest';
import { figuresOf, KILLINGS } from './text-on-killings.ts';

/** Halves, round numbers, words behind the number, crowds: '' where nobody's dead are counted. */
const SENTENCES: [language: string, figures: string, sentence: string][] = [
  ['en', '2500-5000', 'Two and a half to five thousand were hanged, the historian believes.'],
  ['en', 'about 4500', 'Some four and a half thousand inmates were hanged in six weeks.'],
  ['en', '2800', 'Twenty-eight hundred prisoners had been hanged by then, the cleric wrote.'],
  ['en', '', 'Eleven people were allowed at the funeral of the mother of one of the executed.'],
  ['fr', 'at-least 5000', 'Cinq mille morts au moins, selon Amnesty.'],
  ['fr', 'about 5000', 'Une estimation de 5 000 morts environ circule.'],
  ['fr', 'about 1000', 'Un millier de détenus furent pendus à Gohardacht.'],
  ['fr', 'about 100', 'Une centaine de femmes furent pendues.'],
  ['fr', '', "Onze personnes ont pu assister aux obsèques de la mère d'un pendu."],
  ['fr', '', 'Ils étaient 85 000 à Paris contre les exécutions.'],
  ['de', '', '26 Nebenkläger sagten zu den Hinrichtungen aus.'],
  ['nl', '3500', 'Vijfendertighonderd gevangenen werden gedood.'],
  ['sv', '4500', 'Fyra och ett halvt tusen fångar dödades.'],
  ['sv', 'thousands', 'De döda räknas i tusental.'],
  ['sv', 'several-thousand', 'Ett par tusen fångar avrättades.'],
  ['sv', '', 'Elva personer fick vara med på begravningen av en hängd mans mor.'],
  ['no', '4500', 'Fire og et halvt tusen fanger ble drept.'],
  ['no', '', 'Elleve mennesker fikk være med i begravelsen til moren til en hengt.'],
  ['da', '4500', 'Fire et halvt tusind fanger blev dræbt.'],
  ['da', '3500', 'Tre en halv tusind fanger blev dræbt.'],
  ['da', 'several-thousand', 'Adskillige tusinde fanger blev henrettet.'],
  ['da', '', 'Elleve mennesker måtte være med til begravelsen af en hængt mands mor.'],
  ['es', 'over 3000', 'Tres mil y pico presos fueron ahorcados.'],
  ['es', 'over 30000', 'Treinta mil y tantos presos fueron ejecutados.'],
  ['es', 'about 100', 'Un centenar de mujeres fueron ahorcadas.'],
  ['es', '', 'Once personas pudieron asistir al entierro de la madre de un ahorcado.'],
  ['it', 'about 5000', 'Un cinquemila persone circa furono uccise.'],
  ['it', 'about 100', 'Un centinaio di donne furono impiccate.'],
  ['it', 'about 1000', 'Un migliaio di detenuti furono impiccati a Gohardasht.'],
  ['it', '', 'Undici persone poterono assistere al funerale della madre di un impiccato.'],
  ['tr', '4500', 'Dört buçuk bin mahkûm asıldı.'],
  ['tr', 'up-to 30000', '30 bine kadar mahkûm idam edildi.'],
  ['tr', 'about 300; 30000', "Ahvaz'da 300 kadar kişi kurşuna dizildi, ülke genelinde 30 bin kişi idam edildi."],
  ['tr', '', "Paris'te 85 bin kişi idamlara karşı yürüdü."],
  ['ru', '4500', 'Четыре с половиной тысячи заключённых были казнены.'],
  ['ru', '1500', 'Полторы тысячи заключённых были казнены в Тегеране.'],
  ['ru', 'at-least 5000', 'Не менее 5-ти тысяч заключённых казнили.'],
  ['fa', '4500', 'چهارهزار و پانصد نفر جان باختند.'],
  ['fa', 'over 30000', 'سی هزار و اندی زندانی اعدام شدند.'],
  ['fa', '', 'یازده نفر اجازه یافتند در خاکسپاری مادر یکی از اعدام‌شدگان شرکت کنند.'],
  ['ar', 'over 30000', 'راح ضحية المجزرة ثلاثون ألفا ونيف.'],
  ['ar', '', 'سمح لأحد عشر شخصا بحضور جنازة والدة أحد المعدومين.'],
];

it.each(SENTENCES)('%s: %s in: %s', (language, figures, sentence) => {
  const found = figuresOf(language, `${KILLINGS[language]} ${sentence}`);
  expect(found.join('; ')).toBe(figures);
});
