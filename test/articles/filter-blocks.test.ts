import { describe, expect, test } from 'vitest';
import { isCaption } from '../../lib/articles/caption-lines.ts';
import { isBiography, isCredit, isDateLine } from '../../lib/articles/credit-lines.ts';
import { isDebrisLine } from '../../lib/articles/debris-lines.ts';
import { filterBlocks } from '../../lib/articles/filter-blocks.ts';
import { isPointer, opensRest } from '../../lib/articles/pointer-lines.ts';
import type { TextBlock } from '../../lib/articles/text-block.ts';

const block = (text: string, rest: Partial<TextBlock> = {}): TextBlock => ({
  text,
  linkChars: 0,
  links: 0,
  element: 'p',
  hrefs: [],
  ...rest,
});
const sentence = (number: number) =>
  `This is sentence number ${number} of the report, and it is long enough to be taken for a paragraph of its own.`;
const textsOf = (blocks: readonly TextBlock[]) =>
  filterBlocks(blocks, 'Court hears survivors of 1988').map(({ text }) => text);

describe('filterBlocks', () => {
  test('keeps a report as it is', () => {
    const blocks = [block(sentence(1)), block('A heading', { element: 'h2' }), block('He paused.'), block(sentence(2))];
    expect(textsOf(blocks)).toEqual(blocks.map(({ text }) => text));
  });

  test('keeps none of a repeated caption and one of a repeated paragraph', () => {
    const caption = 'Families in front of the court building in Stockholm';
    const blocks = [sentence(1), caption, sentence(2), caption, sentence(2), sentence(3)].map((text) => block(text));
    expect(textsOf(blocks)).toEqual([sentence(1), sentence(2), sentence(3)]);
  });

  test('keeps questions and ingredients that come again', () => {
    const question = 'What did you think when you heard about it in the morning?';
    const item = block('a cup of water from the well behind the house', { element: 'li' });
    const blocks = [block(question), block(sentence(1)), item, block(question), block(sentence(2)), item];
    expect(textsOf(blocks)).toEqual(blocks.map(({ text }) => text));
  });

  test('leaves out what follows "You may also like" and keeps what stands before', () => {
    const link = block('Another story of the day in our town', { element: 'li', linkChars: 36, links: 1 });
    const blocks = [block(sentence(1)), block(sentence(2)), block('You may also like', { element: 'h3' }), link, link];
    expect(textsOf(blocks)).toEqual([sentence(1), sentence(2)]);
  });

  test('reads on after a list of links in the middle', () => {
    const link = block('Another story of the day in our town', { element: 'li', linkChars: 36, links: 1 });
    const rest = [2, 3, 4, 5].map((number) => block(sentence(number)));
    const blocks = [block(sentence(1)), block('Related', { element: 'h3' }), link, ...rest];
    expect(textsOf(blocks)).toEqual([1, 2, 3, 4, 5].map(sentence));
  });

  test('says a quotation once that is set apart and stands in a paragraph as well', () => {
    const said = `“We waited for so long”, she said. ${sentence(1)}`;
    const quotes = ['“We waited for so long!”', '“We never gave up hope.”'].map((text) =>
      block(text, { element: 'blockquote' }),
    );
    expect(textsOf([block(said), ...quotes, block(sentence(2))])).toEqual([
      said,
      '“We never gave up hope.”',
      sentence(2),
    ]);
  });

  test('leaves out a heading with nothing but debris under it', () => {
    const heading = (text: string) => block(text, { element: 'h3' });
    const call = block('Schrijf u in voor onze nieuwsbrief en begin de dag goed geïnformeerd.');
    const blocks = [block(sentence(1)), heading('Every morning'), call, heading('The appeal'), block(sentence(2))];
    expect(textsOf(blocks)).toEqual([sentence(1), 'The appeal', sentence(2)]);
    const interrupted = [block(sentence(1)), heading('The appeal'), call, block(sentence(2))];
    expect(textsOf(interrupted)).toEqual([sentence(1), 'The appeal', sentence(2)]);
  });

  test('leaves out whom the press may call, and the marks of who wrote it', () => {
    const body = [1, 2, 3, 4, 5].map(sentence);
    const contact = [
      block('Pressekontakt', { element: 'h2' }),
      block('Press officer, 010-000 00 00', { element: 'li' }),
    ];
    expect(textsOf([...body.map((text) => block(text)), ...contact])).toEqual(body);
    const marks = ['(red/17.05.2023)', 'abc/mlp', '(foto) (vídeo)', 'Das Gespräch führte die Kulturredaktion.'];
    for (const mark of marks) expect(textsOf([...body, mark].map((text) => block(text)))).toEqual(body);
  });

  test('leaves out the head of every page of a document, and keeps short lines that come again', () => {
    const head = block('Research Paper 21/07');
    const label = block('The moderator');
    const blocks = [
      head,
      block(sentence(1)),
      label,
      block(sentence(2)),
      head,
      block(sentence(3)),
      label,
      block(sentence(4)),
    ];
    expect(textsOf(blocks)).toEqual([sentence(1), label.text, sentence(2), sentence(3), label.text, sentence(4)]);
  });

  test('takes byline and date off the head, credits off the tail, and nothing from between', () => {
    const blocks = [
      'By the foreign desk',
      '14 July 2022',
      sentence(1),
      'By then it was night.',
      sentence(2),
      sentence(3),
    ];
    const tail = ['Reporting by the bureau in Stockholm', 'Source: agencies'];
    expect(textsOf([...blocks, ...tail].map((text) => block(text)))).toEqual(blocks.slice(2));
  });
});

describe('the lines of debris', () => {
  test.each([
    '728 x 90',
    '%d bloggers like this:',
    '_MG_4408',
    'Conference Commemorates the Anniversary_MG_4408',
    'photo-12.jpg',
    'Advertisement',
    'Anzeige',
    'Publicité',
    'تبلیغات',
    'Share this:',
    'Facebook Twitter WhatsApp',
    'Teilen Sie diesen Artikel',
    'به اشتراک بگذارید',
    'Follow us on Twitter @bulletin',
    'Sign up for our newsletter',
    'Inscrivez-vous à notre lettre',
    'Todos los derechos reservados',
    'کلیه حقوق محفوظ است',
    'Tags: Iran, 1988',
    'Leave a comment',
  ])('%j is debris', (line) => {
    expect(isDebrisLine(line)).toBe(true);
  });

  test.each([
    'Share prices fell on Tuesday.',
    'Follow the money, the prosecutor said.',
    'The advertisement appeared in 1988.',
    'Comments by the judge were read out in court.',
    'Tags were tied to the bodies, a survivor said.',
    'Der Teilnehmer berichtete von seiner Haft.',
    'در تابستان ۱۳۶۷ هزاران زندانی اعدام شدند.',
    'The court heard 60 witnesses.',
  ])('%j is not', (line) => {
    expect(isDebrisLine(line)).toBe(false);
  });

  test('a long paragraph is none of them, whatever it says', () => {
    const long = (end: string) =>
      `The ministry said on Tuesday ${'that the files would be opened and '.repeat(20)}${end}`;
    expect([
      isDebrisLine(long('that all rights reserved to it would lapse')),
      isCaption(long('that the photo by a guard was real (Photo: archive)')),
      isCredit(`By the desk: ${long('that anyone can be reached at desk@post.example')}`),
    ]).toEqual([false, false, false]);
  });

  test.each([
    ['Der Minister wies die Vorwürfe am Dienstag im Parlament in Berlin erneut entschieden zurück. (dpa)', false],
    ['Angehörige vor dem Gericht (dpa)', true],
    ['Families outside the court. (AP Photo/Archive)', true],
    ['She said this photo changed her life.', false],
  ])('%j as a caption: %s', (line, isOne) => {
    expect(isCaption(line)).toBe(isOne);
  });

  test('leaves out a list of dated headlines at the end, and keeps the dates of an article', () => {
    const story = [1, 2, 3, 4].map((number) => block(sentence(number)));
    const list = ['first', 'second', 'third', 'fourth'].flatMap((name) => [
      block(`The ${name} of the other stories of today`, { element: 'h3', linkChars: 41, links: 1 }),
      block('A summary of what it is about.'),
      block('12 March 2024'),
    ]);
    expect(textsOf([...story, ...list])).toEqual([1, 2, 3, 4].map(sentence));
  });

  test('no pattern takes more than linear time on its worst input', () => {
    const lines = [
      'by A ',
      'share, ',
      '"“’ ',
      '. ',
      '(photo ',
      'published: ',
      '\t \t',
      'tags: a|',
      '-–—•',
      '12 12 12 ',
    ];
    const tests = [isDebrisLine, isCaption, isCredit, isBiography, isDateLine, isPointer, opensRest];
    const cost = (chars: number) => {
      const start = performance.now();
      for (const line of lines) for (const check of tests) check(line.repeat(Math.ceil(chars / line.length)));
      return performance.now() - start;
    };
    cost(500_000);
    expect(cost(1_000_000)).toBeLessThan(250);
    expect(cost(400)).toBeLessThan(250);
  });
});
