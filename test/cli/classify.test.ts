import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Classification } from '../../lib/classification/classification.ts';
import { type ClassifyOptions, classifyCommand } from '../../lib/cli/classify.ts';
import { UserError } from '../../lib/errors.ts';
import { answered, opinionWorld } from '../fakes/opinion-world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'classify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(options: ClassifyOptions): Promise<{ stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  await classifyCommand(options, {
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
  });
  return said;
}

const title = 'Inquiry into the 1988 massacre in Iran';
const text =
  'Families in Tehran want an inquiry into the execution of political prisoners in 1988.\nThe weather was fine.';

describe('classifyCommand', () => {
  it('prints the judgement and each sentence with its words marked and its rules', async () => {
    const { stdout } = await run({ file: file('a.txt', `${title}\n\n${text}`) });
    expect(stdout).toMatch(/^relevant: score [\d.]+, relevant from 9\nthemes: accountability\nlanguage: en\n/);
    expect(stdout).toContain('title: \u2068[Inquiry into] the [1988 massacre] in [Iran]\u2069');
    expect(stdout).toMatch(/ {2} {3}\+10 {2}en\/event\/1988-massacre {2}\u20681988 massacre\u2069/);
    expect(stdout).not.toContain('weather');
  });

  it('keeps right-to-left words and hostile marks from turning the line around', async () => {
    const { stdout } = await run({ file: file('a.txt', 'کشتار \u202e۶۷\u001b[2J\n') });
    expect(stdout).toContain('title: \u2068[کشتار ۶۷][2J\u2069');
  });

  it('shows of a text without a full stop what stands around its marked words, and in no time', async () => {
    const rest = 'la '.repeat(200_000);
    const { stdout } = await run({ file: file('a.txt', `${title}\n\n${rest}Evin 1988 ${rest}`) });
    expect(stdout).toContain(`${'la '.repeat(48)}la [Evin] [1988] la `);
    expect(stdout.length).toBeLessThan(5_000);
  });

  it('reads a JSON file and answers in JSON', async () => {
    const { stdout } = await run({ file: file('a.json', JSON.stringify({ title, text })), json: true });
    expect(JSON.parse(stdout)).toMatchObject({ relevance: 'relevant', themes: ['accountability'], language: 'en' });
  });

  describe('with a second opinion', () => {
    const path = () => file('a.txt', `${title}\n\n${text}`);

    it('prints it below the rules, marked as a machine’s, and changes nothing', async () => {
      const { needs, asked } = opinionWorld();
      const secondOpinion = { ...needs, prices: needs.opinionRules.prices };
      const [plain, other] = [await run({ file: path() }), await run({ file: path(), secondOpinion })];
      const line =
        'second opinion, by a machine and without effect: off-topic, against the rules; themes: denial (a-model, 0.001200 dollars: It tells of another event.)\n';
      expect(other.stdout).toContain(line);
      expect(other.stdout.replace(line, '')).toBe(plain.stdout);
      expect(asked.map(({ data }) => data.includes('execution of political prisoners'))).toEqual([true]);
      const { stdout } = await run({ file: path(), secondOpinion, json: true });
      expect(JSON.parse(stdout)).toMatchObject({ relevance: 'relevant', secondOpinion: { verdict: 'off-topic' } });
    });

    it('says in one line when there is none', async () => {
      const { needs, model } = opinionWorld();
      const secondOpinion = { ...needs, prices: needs.opinionRules.prices };
      model.reply = answered({ verdict: 'yes' });
      await expect(run({ file: path(), secondOpinion })).rejects.toThrow('a-model did not answer in the form');
      model.reply = { status: 'refused', billableAttempts: 0, fault: 'AccessDeniedException: no access' };
      await expect(run({ file: path(), secondOpinion })).rejects.toThrow(
        'a-model gave no answer (AccessDeniedException: no access): it needs AWS credentials',
      );
    });
  });

  it('classifies a file of lines and keeps id, url and date', async () => {
    const rows = [
      { id: 'a', title, text, lang: 'en', url: 'https://example.org/a', publishedAt: '2026-08-01' },
      { id: 'b', title: 'Weather', text: 'Sun all day.', lang: 'en' },
    ];
    const out = join(folder, 'out.jsonl');
    const { stderr } = await run({ in: file('in.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')), out });
    const lines = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: 'a', url: 'https://example.org/a', publishedAt: '2026-08-01', relevant: true, outcome: 'relevant' },
      { id: 'b', relevant: false, outcome: 'off-topic', score: 0, themes: [], matches: [], ordinal: null, figures: [] },
    ]);
    expect(stderr).toBe('2 texts: 1 relevant, 0 passing mentions, 1 off topic\n');
  });

  it('gives names, wording and quotations with each line, and takes a byte order mark', async () => {
    const line = { id: 'a', lang: 'en', title, text: `${text} "It was a massacre in Evin," Hamid Noury said.` };
    const { stdout, stderr } = await run({ in: file('in.jsonl', `\uFEFF${JSON.stringify(line)}\n`), out: '-' });
    const { facts } = JSON.parse(stdout);
    expect(facts.names.map(({ id }: { id: string }) => id)).toEqual(['hamid-noury']);
    expect(facts.quotations).toMatchObject([{ words: 'It was a massacre in Evin,', speakerId: 'hamid-noury' }]);
    expect(stderr).toBe('1 texts: 1 relevant, 0 passing mentions, 0 off topic\n');
  });

  it('gives the words as they stand in JSON too, what commands a terminal as escapes', async () => {
    const hostile = 'The 1988 mass\u202eacre\u009b of prisoners in Iran';
    const { stdout } = await run({ file: file('a.json', JSON.stringify({ title: '', text: hostile })), json: true });
    expect(stdout).not.toMatch(/[\u202e\u009b]/);
    const { matches }: Classification = JSON.parse(stdout);
    const placed = matches.filter(({ start, end }) => end > start);
    expect(placed.length).toBeGreaterThan(3);
    expect(placed.map(({ words }) => words)).toEqual(placed.map(({ start, end }) => hostile.slice(start, end)));
  });

  it.each([
    ['--out with one text', () => ({ file: file('a.txt', text), out: 'x' }), '--out goes with --in'],
    [
      'a time that is none',
      () => ({ file: file('a.json', JSON.stringify({ title, text, publishedAt: 'yesterday' })) }),
      'publishedAt: must be a day or a time',
    ],
  ])('refuses %s', async (_, options, message) => {
    await expect(run(options())).rejects.toThrow(message);
  });

  it('gives ordinal and figures with each line', async () => {
    const row = {
      id: 'a',
      title: 'The 30th anniversary of the 1988 massacre in Iran',
      text: 'In 1988 Iran executed over 30,000 prisoners.',
    };
    const { stdout } = await run({ in: file('in.jsonl', JSON.stringify(row)) });
    expect(JSON.parse(stdout)).toMatchObject({
      ordinal: 30,
      figures: [{ words: 'over 30,000', value: 30_000, qualifier: 'over', unit: 'executed' }],
    });
  });

  it.each([
    ['{"id": "a", "text": "x"}\n{broken', 'line 2: not JSON'],
    ['{"id": "a", "text": "x"}\n\n{"id": "b"}', 'line 3: text: is missing'],
    ['[]', 'line 1: must be an object, { … }'],
  ])('names the broken line of %j and writes nothing', async (content, problem) => {
    const path = file('in.jsonl', content);
    const out = join(folder, 'out.jsonl');
    await expect(run({ in: path, out })).rejects.toThrow(new UserError(`${path}, ${problem}`));
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });

  it.each([
    [{}, 'give either FILE or --in FILE.jsonl'],
    [{ file: 'a', in: 'b' }, 'give either FILE or --in FILE.jsonl'],
    [{ file: '/absent/a.txt' }, '/absent/a.txt cannot be read: there is no such file or folder'],
    [{ file: tmpdir() }, `${tmpdir()} cannot be read: it is a folder; give a file`],
    [{ in: '/absent/a.jsonl' }, '/absent/a.jsonl cannot be read: there is no such file or folder'],
  ])('says in one line what is wrong with %j', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });

  describe('with a file of another kind', () => {
    it('reads a saved page as the pipeline would, without its menus and tags', async () => {
      const paragraphs = Array.from({ length: 4 }, () => `<p>${text}</p>`).join('');
      const page = `<!doctype html><html lang="en"><title>${title}</title><nav>Home</nav><article><h1>${title}</h1>${paragraphs}</article></html>`;
      const { stdout } = await run({ file: file('page.html', page) });
      expect(stdout).toContain('title: \u2068[Inquiry into] the [1988 massacre] in [Iran]\u2069');
      expect(stdout).not.toContain('<');
    });

    it('takes a long first line for a paragraph, whose words count once', async () => {
      const paragraph = `${title}: ${'the weather was fine. '.repeat(20)}`;
      const { stdout } = await run({ file: file('a.txt', paragraph) });
      expect(stdout).toContain('text: \u2068[Inquiry into] the [1988 massacre] in [Iran]');
      expect(stdout).not.toContain('title:');
    });

    it('knows JSON by its beginning', async () => {
      const { stdout } = await run({ file: file('article', JSON.stringify({ title, text })) });
      expect(stdout).toContain('title: \u2068[Inquiry into] the [1988 massacre] in [Iran]\u2069');
    });

    it.each([
      ['a.bin', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 7]), 'is no text in UTF-8; save it as plain text in UTF-8'],
      ['cp1256.txt', Buffer.from([0xde, 0xca, 0xe1]), 'is no text in UTF-8; save it as plain text in UTF-8'],
      ['empty.txt', Buffer.from(' \n'), 'holds no text; give a text whose first line is the title'],
      ['a.jsonl', Buffer.from('{"id":1}'), 'holds one text a line; give it with --in'],
      ['lines', Buffer.from('{"id":1}\n{"id":2}\n'), 'holds one text a line; give it with --in'],
    ])('says in one line what to do with %s', async (name, bytes, message) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      await expect(run({ file: path })).rejects.toThrow(`${path}: ${message}`);
    });
  });
});
