import { ASSUMED } from './assumptions.ts';
import type { Quantities } from './bill.ts';
import { MEASURED } from './measured-units.ts';
import { DAYS_A_MONTH, type ModelInputs } from './model-inputs.ts';
import { relevantOf } from './model-queue-stages.ts';
import { GIGABYTE } from './quantities-of-usage.ts';
import type { Usage } from './usage.ts';

/** Rows of items and names go after 400 days. */
const MONTHS_OF_ROWS = 400 / DAYS_A_MONTH;
/** The coverage table's row stands in four indexes as well. */
const COPIES_OF_COVERAGE = 5;
/** A firing alarm, and what SES says of mails, are a request to a topic each. */
const ALARMS_A_MONTH = 30;

/** What lies there after the months that were asked about, and who signs in: billed by the month, and not metered. */
export function modelStored(inputs: ModelInputs, metered: Usage): Quantities {
  const { article, relevant } = MEASURED;
  const itemBytes =
    inputs.articlesAMonth * article.tableBytes * ASSUMED.rowFactor * Math.min(inputs.monthsKept, MONTHS_OF_ROWS);
  const coverageBytes = relevantOf(inputs) * relevant.tableBytes * inputs.monthsKept;
  return {
    'dynamodb-storage': (itemBytes + coverageBytes * COPIES_OF_COVERAGE) / GIGABYTE,
    // Indexes are not backed up, they are made anew.
    'dynamodb-backup': (itemBytes + coverageBytes) / GIGABYTE,
    's3-storage': (metered.objectBytes * inputs.monthsKept) / GIGABYTE,
    'logs-stored': metered.logBytes / GIGABYTE,
    notifications: metered.mails * ASSUMED.eventsAMail + ALARMS_A_MONTH,
    'sign-ins': inputs.usersSigningIn,
  };
}
