import { join } from 'node:path';
import type { Plugin } from 'esbuild';

interface Replacement {
  /** What is imported. */
  imported: RegExp;
  /** By whom; everybody where it is not given. */
  importer?: RegExp;
  /** CommonJS; its relative requires start in `folder`. */
  contents: string;
  /** Of node_modules. */
  folder: string;
}

/** What packages bring along and no deployed stage runs: half a bundle, read at every cold start. */
const replacements: readonly Replacement[] = [
  {
    // Pages load nothing: jsdom only derives classes from these and keeps the dispatcher for requests that never come.
    imported: /^undici$/,
    importer: /node_modules\/jsdom\//,
    folder: 'undici',
    contents: `class Nothing {}
      module.exports = { Dispatcher: Nothing, DecoratorHandler: Nothing, WebSocket: Nothing, getGlobalDispatcher: () => undefined };`,
  },
  {
    // The fetcher uses one client a request, no pools, mocks, caches or web sockets.
    imported: /^undici$/,
    folder: 'undici',
    contents: `Object.assign(require('./lib/dispatcher/dispatcher.js').prototype, require('./lib/api'));
      module.exports = { Client: require('./lib/dispatcher/client.js'), errors: require('./lib/core/errors.js') };`,
  },
  {
    // The HTTP parser for processors without SIMD, which Lambda does not have.
    imported: /\/llhttp-wasm\.js$/,
    importer: /node_modules\/undici\//,
    folder: 'undici',
    contents: '',
  },
  {
    // Messages are written in English, which zod loads by itself.
    imported: /\/locales\/index\.js$/,
    importer: /node_modules\/zod\//,
    folder: 'zod',
    contents: 'module.exports = {};',
  },
  {
    // A function's credentials stand in its environment, where the chain looks first.
    imported: /^@aws-sdk\/credential-provider-(ini|process|sso|web-identity)$|^@smithy\/credential-provider-imds$/,
    folder: '@aws-sdk',
    contents: 'module.exports = {};',
  },
];

/** An esbuild plugin that puts a few lines in place of modules that no stage runs. */
export function leaveOutUnused(nodeModules: string): Plugin {
  return {
    name: 'leave-out-unused',
    setup(build) {
      replacements.forEach(({ imported, importer, contents, folder }, index) => {
        const namespace = `unused-${index}`;
        build.onResolve({ filter: imported }, ({ path, importer: from }) =>
          importer === undefined || importer.test(from) ? { path, namespace } : undefined,
        );
        const resolveDir = join(nodeModules, folder);
        build.onLoad({ filter: /./, namespace }, () => ({ contents, resolveDir, loader: 'js' }));
      });
    },
  };
}
