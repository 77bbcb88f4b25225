import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { type StageName, stages } from '../pipeline.ts';
import { leaveOutUnused } from './leave-out-unused.ts';
import { packLexicon } from './pack-lexicon.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const NOMINAL_FOLDER = join(projectFolder, 'bundle');

/** Modules that a stage starts as worker threads: each lies beside the handler, under its own name. */
const workers: Partial<Record<StageName, string>> = {
  'fetch-feed': 'lib/feeds/feed-worker.ts',
  'read-article': 'lib/articles/article-worker.ts',
};

/** Bundles of CommonJS packages ask for `require`, which a module does not have. */
const requireBanner =
  "import{createRequire as createBundleRequire}from'node:module';const require=createBundleRequire(import.meta.url);";

/** jsdom resolves this file when it is loaded, and starts it only for scripts of a page, which never run here. */
const XHR_WORKER = './xhr-sync-worker.js';

/** What asks a language model is imported late. Where nothing does, esbuild would make a file of it all the same. */
const MODEL_CLIENT = './bedrock-converse.ts';
const asksModel = (stage: StageName) => stage === 'read-article';

/**
 * Writes what Lambda needs of a stage into a folder, and nothing else: `handler.mjs`, its worker, what both share, their
 * source maps. The result depends on nothing but the sources.
 */
export async function bundleStage(stage: StageName, folder: string): Promise<void> {
  // What an earlier bundling left there would be deployed.
  rmSync(folder, { recursive: true, force: true });
  const worker = workers[stage];
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [`lambdas/${stage}/handler.ts`, ...(worker === undefined ? [] : [worker])].map((path) => ({
      in: path,
      out: basename(path, '.ts'),
    })),
    // Nothing is written there: names of shared parts depend on it, and must not on where the bundle is made.
    outdir: NOMINAL_FOLDER,
    write: false,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // What handler and worker share lies there once, and what is imported late – jsdom – is read when it is needed.
    splitting: worker !== undefined,
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
    external: [XHR_WORKER, ...(asksModel(stage) ? [] : [MODEL_CLIENT])],
    minify: true,
    // Otherwise every letter of a word list that is not ASCII takes six bytes.
    charset: 'utf8',
    // By this name undici leaves out a second HTTP parser that it only tries.
    define: { esbuildDetection: 'true' },
    plugins: [leaveOutUnused(join(projectFolder, 'node_modules')), packLexicon],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of outputFiles) {
    writeFileSync(join(folder, basename(path)), path.endsWith('.map') ? nameSourcesFromProject(text) : text);
  }
  if (stage === 'read-article')
    writeFileSync(join(folder, XHR_WORKER), "throw new Error('pages run no scripts here');\n");
}

/** Names the sources as they lie in the project, `lib/feeds/feed.ts`: a stack in the log reads like the repository. */
function nameSourcesFromProject(text: string): string {
  const map: { sources: string[] } = JSON.parse(text);
  const sources = map.sources.map((source) => relative(projectFolder, resolve(NOMINAL_FOLDER, source)));
  return JSON.stringify({ ...map, sources });
}

/** @returns the folder of every stage, each below the given one */
export async function bundleStages(folder: string): Promise<Record<StageName, string>> {
  const bundled = stages.map(async ({ name }) => {
    await bundleStage(name, join(folder, name));
    return [name, join(folder, name)] as const;
  });
  return Object.fromEntries(await Promise.all(bundled)) as Record<StageName, string>;
}
