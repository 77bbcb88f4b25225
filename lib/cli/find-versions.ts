import type { OlderRows } from '../records/find-older-rows.ts';
import type { Finding } from './doctor.ts';

export interface Versions {
  /** Of this checkout. */
  here: { app: string; ruleSet: string; awsSdk: string };
  /** What the deployed stack says of itself; undefined on the embedded one, which runs this checkout. */
  deployed?: { app?: string | undefined; ruleSet?: string | undefined } | undefined;
  olderRows: () => Promise<OlderRows[]>;
  /** How this place is named on the command line. */
  vigil: string;
}

/** Whether this checkout, the deployed functions and the rows of the tables fit together, the worst reason first. */
export async function findVersions({ here, deployed, olderRows, vigil }: Versions): Promise<Finding> {
  const says = `Vigil ${here.app}, rules ${here.ruleSet}, AWS SDK ${here.awsSdk}`;
  const rows = await olderRows();
  const newer = rows.filter((table) => table.newer > 0);
  if (newer.length > 0) {
    const where = newer.map(({ table, newer: count }) => `${count} in ${table}`).join(', ');
    const todo = 'use the version that wrote them, or a later one';
    return { state: 'broken', says: `${says}; rows of a later version: ${where}`, todo };
  }
  if (deployed && (deployed.app !== here.app || deployed.ruleSet !== here.ruleSet)) {
    const stack = `the stack runs Vigil ${deployed.app ?? 'of before it said its version'}, rules ${deployed.ruleSet ?? 'unknown'}`;
    const todo = 'deploy this checkout ("npx cdk deploy"), or use the one that was deployed';
    return { state: 'look', says: `${says}; ${stack}`, todo };
  }
  const older = rows.filter((table) => table.older > 0);
  if (older.length > 0) {
    const where = older
      .map(({ table, older: count, looked }) => `${count} of the first ${looked} in ${table}`)
      .join(', ');
    return { state: 'look', says: `${says}; rows of a version before: ${where}`, todo: `"${vigil} migrate"` };
  }
  return { state: 'ok', says: deployed ? `${says}; the stack the same` : says };
}
