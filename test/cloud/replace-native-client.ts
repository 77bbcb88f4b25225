/**
 * Loaded before Lambda's runtime client (`--import`). Of aws-lambda-ric everything runs as published but one file: the
 * native HTTP client `rapid-client.node`, which is C++ and is not built where install scripts are off. In its place
 * stands `rapid-client.ts`, the same three functions over node:http.
 */
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Workers of the function inherit the option, but not the runtime client.
if (isMainThread) {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === './rapid-client.node' && context.parentURL?.endsWith('/aws-lambda-ric/index.mjs')
        ? { url: new URL('rapid-client.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}
