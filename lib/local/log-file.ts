import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setLogSink } from '../log.ts';

/** Sends the log to `<dataDir>/vigil.log`, one JSON line each: the terminal belongs to the person. @returns the path */
export function logToFile(dataDir: string): string {
  const path = join(dataDir, 'vigil.log');
  setLogSink((line) => {
    try {
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    } catch {
      // A full disk must not end the work that is under way; the stores report it where it matters.
    }
  });
  return path;
}
