import type { Send } from './edition.ts';

/** Longer than a run can last, and than SES takes to tell of a mail: whoever claimed it is gone, and no proof is on its way. */
const CLAIM_GRACE_SECONDS = 600;

/** Whether a claimed mail may still end by itself: its run goes on, or SES's event is to come. */
export const isInGrace = ({ claimedAt }: Send, now: Date): boolean =>
  claimedAt !== undefined && now.getTime() - Date.parse(claimedAt) <= CLAIM_GRACE_SECONDS * 1000;

export const unknownReason = ({ claimedAt, reason }: Send): string =>
  `claimed at ${claimedAt}, and no end was recorded${reason === undefined ? '' : ` (before: ${reason})`}`;
