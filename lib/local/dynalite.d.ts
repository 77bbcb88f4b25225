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

declare module 'dynalite/db/index.js' {
  type Row = Readonly<Record<string, unknown>>;

  const database: {
    /** @returns undefined when the request does not ask for it */
    addConsumedCapacity(
      request: { TableName: string },
      isRead: boolean,
      before?: Row,
      after?: Row,
    ): { CapacityUnits: number } | undefined;
    /** Of one row; 1 for none. */
    capacityUnits(row: Row | undefined, isRead: boolean): number;
  };
  export = database;
}
