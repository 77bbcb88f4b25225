import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { type StageName, stages } from '../pipeline.ts';
import { leaveOutUnused } from './leave-out-unused.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

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

/**
 * Writes what Lambda needs of a stage into a folder, and nothing else: `handler.mjs`, its worker, their source maps. The result depends
 * on nothing but the sources and where the folder lies in the project.
 */
export async function bundleStage(stage: StageName, folder: string): Promise<void> {
  // What an earlier bundling left there would be deployed.
  rmSync(folder, { recursive: true, force: true });
  const worker = workers[stage];
  await build({
    absWorkingDir: projectFolder,
    entryPoints: [`lambdas/${stage}/handler.ts`, ...(worker === undefined ? [] : [worker])].map((path) => ({
      in: path,
      out: basename(path, '.ts'),
    })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
    external: [XHR_WORKER],
    minify: true,
    // Otherwise every letter of a word list that is not ASCII takes six bytes.
    charset: 'utf8',
    // By this name undici leaves out a second HTTP parser that it only tries.
    define: { esbuildDetection: 'true' },
    plugins: [leaveOutUnused(join(projectFolder, 'node_modules'))],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  });
  if (stage === 'read-article')
    writeFileSync(join(folder, XHR_WORKER), "throw new Error('pages run no scripts here');\n");
}

/** @returns the folder of every stage, each below the given one */
export async function bundleStages(folder: string): Promise<Record<StageName, string>> {
  const bundled = stages.map(async ({ name }) => {
    await bundleStage(name, join(folder, name));
    return [name, join(folder, name)] as const;
  });
  return Object.fromEntries(await Promise.all(bundled)) as Record<StageName, string>;
}
