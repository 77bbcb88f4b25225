/**
 * - `crash`: the process is gone, before or after the effect of the call
 * - `time-out`: the call fails; before its effect it was lost, after it accepted
 * - `second run`: the tick is delivered once more, and that run goes to its end between two steps of this one; what SES has
 *   to tell is told before it
 * - `stall`: four minutes pass, in which another tick runs; then this run goes on
 * - `unsubscribe`, `pause`: the reader who is being served does; who paused is resumed the next noon
 * - `unsubscribe and crash`, `removal and crash`: they leave, or the operator takes them off the list, and the process that
 *   serves them is gone; a removal that has to wait is done eleven minutes later
 * - `refusal`, `three refusals`, `refusal for good`: SES certainly did not take the mail
 * - `archive away`: every call of the archive fails for 70 minutes
 * - `render broken`: whatever renders, dies, for 20 hours
 */
export type FaultKind =
  | 'crash'
  | 'time-out'
  | 'second run'
  | 'stall'
  | 'unsubscribe'
  | 'pause'
  | 'unsubscribe and crash'
  | 'removal and crash'
  | 'refusal'
  | 'three refusals'
  | 'refusal for good'
  | 'archive away'
  | 'render broken';

export interface Fault {
  /** Number of the port call in the life, from 1. */
  call: number;
  kind: FaultKind;
  /** Of the call's effect. */
  moment: 'before' | 'after';
}

const BOTH = ['before', 'after'] as const;
const AROUND_THE_MAIL =
  /^(mailer|subscriberStore\.get|editionStore\.(take|makeReady|getSend|claimSend|endSend|finish))/;
/** Of the counting at its end a function can only be cut off: its work is done. */
const ON_THE_WAY = /^(?!usageStore\.add$)/;

/** Kinds that can strike a call, by the port and method it calls. */
const STRIKES: readonly (readonly [pattern: RegExp, kind: FaultKind, moments: readonly Fault['moment'][]])[] = [
  [/./, 'crash', BOTH],
  [/./, 'time-out', BOTH],
  [ON_THE_WAY, 'second run', BOTH],
  [ON_THE_WAY, 'stall', BOTH],
  [ON_THE_WAY, 'unsubscribe', ['before']],
  [ON_THE_WAY, 'pause', ['before']],
  [AROUND_THE_MAIL, 'unsubscribe and crash', ['before']],
  [AROUND_THE_MAIL, 'removal and crash', ['before']],
  [/^mailer\./, 'refusal', ['before']],
  [/^mailer\./, 'three refusals', ['before']],
  [/^mailer\./, 'refusal for good', ['before']],
  [/^editionArchive\./, 'archive away', ['before']],
  [/^coverageStore\./, 'render broken', ['after']],
];

/** Everything that can happen at a call. @param call its number  @param name `<port>.<method>` */
export const faultsAt = (call: number, name: string): Fault[] =>
  STRIKES.filter(([pattern]) => pattern.test(name)).flatMap(([, kind, moments]) =>
    moments.map((moment) => ({ call, kind, moment })),
  );

/** A pause or another run before a call is one after the call before it: played once is enough. */
export const isPlayedBefore = ({ kind, moment }: Fault): boolean =>
  moment === 'before' && (kind === 'second run' || kind === 'stall');
