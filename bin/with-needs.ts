import type { Services } from '../lib/services.ts';

/** What a command that needs the tables gets. */
export type CommandNeeds = Services & { trustOrigin: (url: string) => Promise<void> };

/** Runs work on the tables; `named` is an address that the operator typed. */
export type WithNeeds = (work: (needs: CommandNeeds) => Promise<void>, named?: string) => Promise<void>;
