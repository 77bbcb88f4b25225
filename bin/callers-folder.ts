import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');

/**
 * npm runs a script in the project's folder, and tells in INIT_CWD where it was called: there the paths that somebody
 * types begin. A script of another project that starts this one is left where it is.
 *
 * @param scripts names in package.json under which this program is started
 * @returns how a path of the project's own, such as `.vigil/main`, is written from there
 */
export function enterCallersFolder(...scripts: readonly string[]): (path: string) => string {
  const { INIT_CWD: caller, npm_lifecycle_event: script = '', npm_package_json: manifest } = process.env;
  const isOurs = scripts.includes(script) && manifest && realpathSync(manifest) === join(PROJECT, 'package.json');
  if (!isOurs || caller === undefined || caller === process.cwd()) return (path) => path;
  process.chdir(caller);
  return (path) => relative(caller, join(PROJECT, path));
}
