import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type Newsroom, startNewsroom } from './newsroom/newsroom-server.ts';
import { writeFileWhole } from './write-file-whole.ts';

const USUAL_PORT = 8321;

/**
 * Serves the sample newsroom on the port that the data folder knows it by: the articles' addresses hold the port, and
 * on another one they would all be new.
 *
 * @param port as the operator asked; absent for the folder's own, or the usual one or any free one in a new folder
 * @throws UserError when the port is taken
 */
export async function openNewsroom(dataDir: string, port?: number): Promise<Newsroom> {
  const path = join(dataDir, 'newsroom-port');
  const known = port ?? (existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined);
  const newsroom = await serveOn(known ?? USUAL_PORT, known === undefined);
  writeFileWhole(path, new URL(newsroom.url).port);
  return newsroom;
}

async function serveOn(port: number, mayBeAnother: boolean): Promise<Newsroom> {
  const now = new Date();
  try {
    return await startNewsroom({ port, hasPast: true, now });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (mayBeAnother) return startNewsroom({ hasPast: true, now });
    throw new UserError(
      `port ${port} of the sample newsroom is in use: stop the other program, or begin anew with --fresh`,
    );
  }
}
