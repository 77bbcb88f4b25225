import type { Subscriber } from './subscriber.ts';

/** Why a reader is paused who did it themselves. */
export const OWN_PAUSE = 'asked on the settings page';

/**
 * Whether the operator paused the reader: then nobody but the operator has mail sent to them again, whatever the reader
 * did since. Of rows that do not say who paused, the reason does.
 */
export const isHeld = ({ state, stateReason, isPausedByOperator }: Subscriber): boolean =>
  isPausedByOperator ?? (state === 'paused' && stateReason !== OWN_PAUSE);
