import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../lib/classification/detect-language.ts';

const FRENCH =
  'Les familles des victimes ont demandé une enquête sur les exécutions dans les prisons et le procès des auteurs. ';

describe('detectLanguage', () => {
  it('believes what a page declares about a short text', () => {
    expect(detectLanguage('Raisi', 'sv-SE')).toBe('sv');
    expect(detectLanguage('Massakern i Iran', 'nb')).toBe('no');
  });

  it('believes the words of a longer text more than the page', () => {
    expect(detectLanguage(FRENCH.repeat(3), 'en-US')).toBe('fr');
  });

  it.each([
    ['da', 'Han blev dømt for drab på fanger, og han deltog ikke i mødet efter dommen af retten.'],
    ['no', 'Han ble dømt for drap på fanger, og han deltok ikke i møtet etter dommen av retten.'],
    ['en', 'The Saint Petersburg community marked the anniversary of the events of 1988 with music.'],
    ['fa', 'خانواده‌ها در گورستان گرد آمدند'],
    ['ar', 'اجتمعت العائلات في المقبرة'],
    ['ru', 'Родственники собрались на кладбище'],
    ['und', '1988 – 30.000'],
    ['und', '家族は墓地に集まった'],
  ])('tells %s by script and small words', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('does not believe English of Arabic letters, nor Persian of Latin ones', () => {
    expect(detectLanguage('خانواده‌ها در خاوران گرد آمدند', 'en')).toBe('fa');
    expect(detectLanguage('The families met at the cemetery of the executed.', 'fa')).toBe('en');
  });
});
