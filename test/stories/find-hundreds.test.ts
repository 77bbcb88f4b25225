import { expect, test } from 'vitest';
import { findHundreds } from '../../lib/stories/find-hundreds.ts';
import { readStoryWords } from '../../lib/stories/read-story-words.ts';

test.each([
  ['en', 'Three hundred chairs, a hundred and ten names, fifteen hundred people, and hundreds more', [300, 110, 1500]],
  ['fr', 'six cents visages, cent quatre-vingts hommes, au centre', [600, 180]],
  ['de', 'zweihundertfünfzig Menschen, hundert Stühle, im Jahrhundert', [250, 100]],
  ['nl', 'honderdtwaalf plaatjes, honderden mensen', [112, 100]],
  ['sv', 'tvåhundra personer, hundrafyrtio, hundratals', [200, 140]],
  ['no', 'hundre og tretti votter, hundrevis', [130]],
  ['da', 'hundrede og tredive bind', [130]],
  ['fi', 'satakaksikymmentä kynttilää, satama', [120]],
  ['it', 'novecentottanta nomi, duecento persone, in centro', [980, 200]],
  ['tr', 'iki yüz kişi, yüzünde', [200]],
  ['es', 'ciento doce sillas, doscientas veinte firmas', [112, 220]],
  ['pl', 'sto czterdzieści latarni', [140]],
  ['ru', 'человек сто двадцать', [120]],
  ['fa', 'صد و چهارده قاب، هفتصد و چهل مدخل، صدها نفر', [114, 740]],
  ['ar', 'مئتا حذاء، ستمئة متفرج، مئة وعشرون امرأة', [200, 600, 120]],
  ['en', 'five hundred thousand people, two hundred and fifty thousand names, three hundred chairs', [300]],
  ['fr', 'cinq cent mille euros', []],
  ['de', 'zweihundert Tausend, dreihundert Stühle', [300]],
  ['fa', 'پانصد هزار نفر', []],
  ['ar', 'مئة ألف متظاهر', []],
  ['fr', 'vingt pour cent des voix', []],
  ['it', 'il venti per cento', []],
  ['es', 'el veinte por ciento', []],
  ['fa', 'بیست در صد زندانیان', []],
  ['ar', 'مئتان وخمسون شخصا، مئتين واثنتي عشرة', [250, 212]],
  ['el', 'εκατό', []],
])('%s: %s', (language, text, numbers) => {
  expect(findHundreds(readStoryWords(text), language)).toEqual(numbers);
});
