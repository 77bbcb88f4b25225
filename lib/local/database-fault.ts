import { writeSync } from 'node:fs';
import { dataFolderError } from './data-folder.ts';

/**
 * Ends the process with one line when the embedded database can no longer write: it throws from its own callbacks, where
 * nobody can catch it. Nothing acknowledged is lost, the next start goes on from there.
 *
 * @returns how to stop watching
 */
export function endOnDatabaseFault(dataDir: string): () => void {
  const watch = (error: Error): void => {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('LEVEL_')) return;
    const isFull = error.message.includes('No space left');
    writeSync(2, `vigil: ${dataFolderError(dataDir, isFull ? { code: 'ENOSPC' } : error).message}\n`);
    process.exit(1);
  };
  process.on('uncaughtExceptionMonitor', watch);
  return () => process.off('uncaughtExceptionMonitor', watch);
}
