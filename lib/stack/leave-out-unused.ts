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
    // Schemas are written by hand; none is made from a JSON Schema.
    imported: /\/from-json-schema\.js$/,
    importer: /node_modules\/zod\//,
    folder: 'zod',
    contents: "exports.fromJSONSchema = () => { throw new Error('left out of the bundle'); };",
  },
  {
    // The fetcher speaks HTTP/1.1 only: it offers nothing else when it connects.
    imported: /\/client-h2\.js$/,
    importer: /node_modules\/undici\//,
    folder: 'undici',
    contents: "module.exports = () => { throw new Error('left out of the bundle'); };",
  },
  {
    // Only a request with a form or a stream asks for it; the fetcher's have no body.
    imported: /\/web\/fetch\/body\.js$/,
    importer: /node_modules\/undici\/lib\/dispatcher\//,
    folder: 'undici',
    contents: "exports.extractBody = () => { throw new Error('left out of the bundle'); };",
  },
  {
    imported: /^\.\.\/web\/(fetch\/formdata|webidl)$/,
    importer: /node_modules\/undici\/lib\/core\//,
    folder: 'undici',
    contents: 'exports.webidl = { is: { FormData: () => false } };',
  },
  {
    // Feeds are read, never written.
    imported: /^xmlbuilder$/,
    importer: /node_modules\/xml2js\//,
    folder: 'xml2js',
    contents: 'module.exports = {};',
  },
  {
    // Cleaned pages come as text, in UTF-8: no decoding of old encodings goes on in jsdom.
    imported: /^@exodus\/bytes\/encoding\.js$/,
    folder: '@exodus/bytes',
    contents: "module.exports = require('@exodus/bytes/encoding-lite.js');",
  },
  {
    // Node knows the table of host names by itself.
    imported: /^tr46$/,
    importer: /node_modules\/whatwg-url\//,
    folder: 'whatwg-url',
    contents: "exports.toASCII = (domain) => require('node:url').domainToASCII(domain) || null;",
  },
  {
    // What a page would look like is never asked: no style is computed.
    imported: /\/generated\/(default-stylesheet|css-initial-values)\.js$/,
    importer: /node_modules\/jsdom\//,
    folder: 'jsdom',
    contents: 'module.exports = { namespaces: new Map(), rules: [] };',
  },
  {
    // Nor does anything select by language: the registry of languages is for :lang() alone.
    imported: /\/generated\/language-mappings\.js$/,
    importer: /node_modules\/jsdom\//,
    folder: 'jsdom',
    contents: `module.exports = { redundant: {}, languages: {}, scripts: {}, regions: {}, variants: {}, extlangs: {},
      privateUse: { languages: [], scripts: [], regions: [], variants: [], extlangs: [] } };`,
  },
  {
    // Names the browser in which the SDK runs.
    imported: /^bowser$/,
    folder: '@aws-sdk',
    contents: 'module.exports = {};',
  },
  {
    // Tells versions of Node and of the SDK before these from those that are here.
    imported: /^semver$/,
    importer: /node_modules\/(cls-hooked|aws-xray-sdk-core)\//,
    folder: 'cls-hooked',
    contents: 'exports.gte = () => true;',
  },
  {
    imported: /^\.\/context-legacy$/,
    importer: /node_modules\/cls-hooked\//,
    folder: 'cls-hooked',
    contents: '',
  },
  {
    // A function's credentials stand in its environment, where the chain looks first.
    imported: /^@aws-sdk\/credential-provider-(ini|process|sso|web-identity)$|^@smithy\/credential-provider-imds$/,
    folder: '@aws-sdk',
    contents: 'module.exports = {};',
  },
  {
    // Of Bedrock one answer is asked, in one piece: no streams of events, no web sockets, no bearer tokens.
    imported: /^@aws-sdk\/(eventstream-handler-node|middleware-eventstream|middleware-websocket|token-providers)$/,
    folder: '@aws-sdk',
    contents: `exports.eventStreamPayloadHandlerProvider = () => undefined;
      exports.resolveEventStreamConfig = exports.resolveWebSocketConfig = (config) => config;
      exports.fromEnvSigningName = exports.nodeProvider = () => { throw new Error('left out of the bundle'); };`,
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
