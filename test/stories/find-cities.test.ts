import { expect, test } from 'vitest';
import { findCities } from '../../lib/stories/find-cities.ts';
import { readStoryWords } from '../../lib/stories/read-story-words.ts';

test.each([
  ['en', 'From Gothenburg to The Hague', ['göteborg', 'haag']],
  ['fr', 'De Genève à Bruxelles', ['genève', 'brussel']],
  ['pl', 'W Krakowie i w Warszawie', ['kraków', 'warszawa']],
  ['fi', 'Tampereella torstaina', ['tampere']],
  ['ru', 'в Стокгольме', ['stockholm']],
  ['fa', 'در استکهلم و بروکسل نیز', ['stockholm', 'brussel']],
  ['ar', 'في باريس وببروكسل', ['paris', 'brussel']],
  ['de', 'Auf der Straße', []],
])('%s: %s', (language, text, cities) => {
  expect([...findCities(readStoryWords(text), language)]).toEqual(cities);
});
