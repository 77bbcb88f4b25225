import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/**
 * Bundles the lexicon packed, a third of its size: Lambda reads all of a bundle at a cold start, and unpacking takes
 * three milliseconds.
 */
export const packLexicon: Plugin = {
  name: 'pack-lexicon',
  setup(build) {
    build.onLoad({ filter: /[\\/]config[\\/]lexicon\.json$/ }, ({ path }) => {
      const packed = brotliCompressSync(JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))).toString('base64');
      const contents = `import { brotliDecompressSync } from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString());`;
      return { contents, loader: 'js' };
    });
  },
};
