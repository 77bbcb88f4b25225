import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import dynalite from 'dynalite';
import { countIndexUnits } from './count-index-units.ts';

/** DynamoDB on loopback with its data in the folder. Its lock is the system's and dies with the process. */
export async function startDynalite(path: string): Promise<{ url: string; close(): Promise<void> }> {
  mkdirSync(path, { recursive: true });
  countIndexUnits();
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      const closed = promisify(server.close.bind(server))();
      // Clients keep their connections open; without this the server would wait for them.
      server.closeAllConnections();
      return closed;
    },
  };
}
