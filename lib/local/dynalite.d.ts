declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** @returns a server that is not listening yet; it opens the database with the first request */
  function dynalite(options: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
  export = dynalite;
}
