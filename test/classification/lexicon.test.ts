import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { type Lexicon, parseLexicon, readLexicon } from '../../lib/classification/lexicon.ts';

/** The project's own lexicon with one entry changed. */
function broken(change: (lexicon: Lexicon) => void): () => Lexicon {
  const lexicon = structuredClone(readLexicon());
  change(lexicon);
  return () => parseLexicon(lexicon);
}
const fa = (lexicon: Lexicon) => lexicon.languages.fa?.terms ?? {};

describe('parseLexicon', () => {
  it.each([
    [
      'a weight that is no number',
      broken((lexicon) => Object.assign(fa(lexicon)['event/koshtar-67'] ?? {}, { weight: 'much' })),
      'config/lexicon.json: fa/event/koshtar-67: weight must be a number',
    ],
    [
      'a term without forms',
      broken((lexicon) => Object.assign(fa(lexicon)['year/67'] ?? {}, { forms: [] })),
      'config/lexicon.json: fa/year/67: forms must not be empty',
    ],
    [
      'a star inside a word',
      broken((lexicon) => Object.assign(fa(lexicon)['year/67'] ?? {}, { forms: ['exe*tion'] })),
      'config/lexicon.json: fa/year/67: forms.0 must be words, with stars only at their ends',
    ],
    [
      'a range that runs backwards',
      broken((lexicon) => Object.assign(fa(lexicon)['year/67'] ?? {}, { forms: ['{45-20} years on'] })),
      'config/lexicon.json: fa/year/67: forms.0 must have one range at most, such as {20-45}',
    ],
    [
      'two ranges in one form',
      broken((lexicon) => Object.assign(fa(lexicon)['year/67'] ?? {}, { forms: ['{1-9} of {1-9} years'] })),
      'config/lexicon.json: fa/year/67: forms.0 must have one range at most, such as {20-45}',
    ],
    [
      'a role that does not exist',
      broken((lexicon) => Object.assign(fa(lexicon), { 'place/evin': { forms: ['Evin'] } })),
      'config/lexicon.json: fa/place/evin: must be role/name',
    ],
    [
      'a pair of an unknown role',
      broken((lexicon) => Object.assign(lexicon.pairs['year-killing'] ?? {}, { roles: ['year', 'place'] })),
      'config/lexicon.json: pairs/year-killing: roles.1 choose one of event, year, decade',
    ],
    [
      'counter-evidence that would add points',
      broken((lexicon) => Object.assign(lexicon.confusables.halabja ?? {}, { weight: 3 })),
      'config/lexicon.json: confusables/halabja: weight must be at most 0',
    ],
    [
      'a language that is none',
      broken((lexicon) => Object.assign(lexicon.languages, { farsi: { terms: {} } })),
      'config/lexicon.json: languages: farsi is no language: name it by its two letters, or "any"',
    ],
    [
      'no terms of any language',
      broken((lexicon) => Object.assign(lexicon, { languages: { fa: lexicon.languages.fa } })),
      'config/lexicon.json: languages: any is missing',
    ],
    [
      'a section that is not there',
      broken((lexicon) => Object.assign(lexicon, { pairs: undefined })),
      'config/lexicon.json: pairs: is missing',
    ],
    [
      'half a word',
      broken((lexicon) => Object.assign(lexicon.pairs['year-killing'] ?? {}, { within: 3.5 })),
      'config/lexicon.json: pairs/year-killing: within must be a whole number',
    ],
    [
      'a key that is mistyped, or of another version',
      broken((lexicon) => Object.assign(lexicon.thresholds, { focus: 2 })),
      'config/lexicon.json: thresholds: has no place for "focus"',
    ],
    [
      'no version',
      broken((lexicon) => Object.assign(lexicon, { version: '' })),
      'config/lexicon.json: version: must not be empty',
    ],
  ])('names the entry with %s', (_what, parse, message) => {
    expect(parse).toThrow(message);
  });

  it('names a file that cannot be read', () => {
    expect(() => readLexicon('config/absent.json')).toThrow('config/absent.json: there is no such file');
  });

  it.each([
    ['', /: is empty$/],
    [' \n', /: is empty$/],
    ['{"version": "x",', /: is no JSON: .*line 1 column 17/],
  ])('says of a file that holds %j what is wrong with it', (content, message) => {
    const file = join(mkdtempSync(join(tmpdir(), 'lexicon-')), 'own.json');
    writeFileSync(file, content);
    expect(() => readLexicon(file)).toThrow(message);
  });
});

describe('compileLexicon', () => {
  it('knows the fifteen languages and no other', () => {
    const lexicon = compileLexicon(readLexicon());
    const languages = 'en fa ar fr de sv es it nl no da fi tr ru pl'.split(' ');
    expect(languages.filter((language) => !lexicon.knows(language))).toEqual([]);
    expect(['any', 'pt', 'und'].filter((language) => lexicon.knows(language))).toEqual([]);
  });
});
