import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { findBreaches, type SourceFile } from './import-table.ts';
import { sharingFiles } from './sharing-files.ts';

const ROOT = join(import.meta.dirname, '..');

function sources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

describe('the import table', () => {
  it('holds for every file of the project', () => {
    const files = ['bin', 'lib', 'lambdas'].flatMap(sources);
    expect(files.length).toBeGreaterThan(50);
    expect(findBreaches(files)).toEqual([]);
  });

  it('has jsdom in exactly one file', () => {
    const users = sources('lib').filter(({ text }) => /from 'jsdom'/.test(text));
    expect(users).toHaveLength(1);
  });

  it.each([
    ['a domain folder that imports downstream', 'lib/feeds/poll.ts', "import { x } from '../digest/edition.ts';"],
    ['a type import downstream', 'lib/articles/a.ts', "import type { x } from '../coverage/coverage.ts';"],
    ['an import over several lines', 'lib/http/a.ts', "import {\n  a,\n  b,\n} from '../feeds/feed.ts';"],
    ['a dynamic import', 'lib/coverage/a.ts', "const a = await import('../digest/edition.ts');"],
    ['a re-export downstream', 'lib/feeds/a.ts', "export { a } from '../coverage/coverage.ts';"],
    ['the AWS SDK in the domain', 'lib/coverage/a.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['the CDK outside the stack', 'lib/pipeline.ts', "import { Stack } from 'aws-cdk-lib';"],
    ['Hono in the domain', 'lib/digest/a.ts', "import { Hono } from 'hono';"],
    ['a second user of jsdom', 'lib/articles/other.ts', "import { JSDOM } from 'jsdom';"],
    ['a second HTTP client', 'lib/feeds/a.ts', "import { request } from 'node:https';"],
    ['the global fetch', 'lib/feeds/a.ts', 'const page = await fetch(url);'],
    ['process.env in the domain', 'lib/classification/a.ts', 'const path = process.env.LEXICON;'],
    ['lib/local in a deployed function', 'lambdas/web/handler.ts', "import '../../lib/local/instance.ts';"],
    ['lib/local in the domain', 'lib/cli/a.ts', "import { a } from '../local/instance.ts';"],
    ['a long handler', 'lambdas/web/handler.ts', 'x;\n'.repeat(16)],
    ['a drawer', 'lib/feeds/utils.ts', ''],
    ['a folder without a row', 'lib/things/a.ts', "import { a } from '../feeds/feed.ts';"],
    ['a test imported by the product', 'lib/feeds/a.ts', "import { a } from '../../test/import-table.ts';"],
  ])('refuses %s', (_, path, text) => {
    expect(findBreaches([{ path, text }])).toHaveLength(1);
  });

  it.each([
    ['an import upstream', 'lib/digest/a.ts', "import { x } from '../feeds/feed.ts';"],
    [
      'errors and log anywhere',
      'lib/http/a.ts',
      "import { log } from '../log.ts';\nimport { UserError } from '../errors.ts';",
    ],
    ['the emulators in lib/local', 'lib/local/a.ts', "import dynalite from 'dynalite';"],
  ])('allows %s', (_, path, text) => {
    expect(findBreaches([{ path, text }])).toEqual([]);
  });
});

test('files that share a worker change nothing of their process, and measure nothing of it', () => {
  const telling =
    /process\.(env|chdir|cpuUsage|memoryUsage|exitCode|on\()|\bvi\.(mock|stub|useFakeTimers|spyOn)|globalThis\.\w+ =|embedded-aws|lib\/services/;
  expect(sharingFiles.length).toBeGreaterThan(100);
  expect(sharingFiles.filter((file) => telling.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
