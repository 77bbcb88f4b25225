import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classifyCommand } from '../../lib/cli/classify.ts';

const EXAMPLE = 'test/fixtures/classification/explained.txt';
const guide = readFileSync('docs/classification.md', 'utf8');
const example = new RegExp(`\`vigil classify ${EXAMPLE}\`[^\\n]*\\n\\n\`\`\`\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';

/** Weights are fitted anew now and then: points and shares may change, rules and words may not. */
const withoutPoints = (line: string) =>
  line
    .replace(/[\u2068\u2069]/g, '')
    .replace(/^ *[+-]?\d+(\.\d)? {2}/, '# ')
    .replace(/(score|version) \S+/g, '$1 #')
    .replace(/ [+-]\d+\.\d+/g, ' #')
    .replace(/\d+(?= %| points of words| sentences)/g, '#');

test('what the guide shows of an explanation is what the command prints, but for points', async () => {
  let printed = '';
  const stdout = (text: string) => {
    printed += text;
  };
  await classifyCommand({ file: EXAMPLE }, { stdout, stderr: () => {} });
  const lines = printed.split('\n').map(withoutPoints);
  const shown = example.split('\n').filter((line) => line !== '' && line !== '…');
  expect(shown.length).toBeGreaterThan(10);
  let next = 0;
  const missing = shown.filter((line) => {
    const at = lines.indexOf(withoutPoints(line), next);
    next = at < 0 ? next : at + 1;
    return at < 0;
  });
  expect(missing).toEqual([]);
});
