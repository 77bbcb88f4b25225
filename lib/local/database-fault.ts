import { writeSync } from 'node:fs';
import { dataFolderError } from './data-folder.ts';

/** What dynalite says of a LevelDB folder that cannot be opened; the code of the cause is lost on the way. */
const NOT_OPEN = 'Database is closed';

/**
 * Ends the process with one line when the embedded database cannot be opened or no longer written: it throws from its
 * own callbacks, where nobody can catch it. Nothing acknowledged is lost, the next start goes on from there.
 *
 * @returns how to stop watching
 */
export function endOnDatabaseFault(dataDir: string): () => void {
  const watch = (error: Error): void => {
    const { code = '' } = error as NodeJS.ErrnoException;
    const isDamaged = error.message === NOT_OPEN;
    if (!code.startsWith('LEVEL_') && !isDamaged) return;
    const isFull = error.message.includes('No space left');
    const line = isDamaged
      ? `data folder ${dataDir} is damaged (its database cannot be opened): choose another with --data, or start with --fresh to begin anew (this deletes its data)`
      : dataFolderError(dataDir, isFull ? { code: 'ENOSPC' } : error).message;
    writeSync(2, `vigil: ${line}\n`);
    process.exit(1);
  };
  process.on('uncaughtExceptionMonitor', watch);
  return () => process.off('uncaughtExceptionMonitor', watch);
}
