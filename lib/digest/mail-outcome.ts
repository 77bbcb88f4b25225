/** How the work on one edition ended in one run; logged and counted exactly once. */
export interface MailOutcome {
  editionId: string;
  /**
   * - `sent`: the mail was accepted
   * - `skipped-quiet`: nothing was recorded for the reader, who wants no mail then; the window is closed
   * - `already-sent`: an earlier run sent it and stopped before it closed the edition
   * - `refused`: certainly not accepted; another run tries again
   * - `failed`: certainly not accepted, and not tried again; the window goes into the next edition
   * - `suppressed`: the reader paused, unsubscribed or was suppressed meanwhile
   * - `unknown`: it may or may not have been accepted; never tried again by itself, the operator looks
   * - `expired`: its local date passed before it could be sent; the window goes into the next edition
   * - `fault`: something broke on the way; the next run takes the edition up again
   */
  outcome:
    | 'sent'
    | 'skipped-quiet'
    | 'already-sent'
    | 'refused'
    | 'failed'
    | 'suppressed'
    | 'unknown'
    | 'expired'
    | 'fault';
  /** Never an address. */
  reason?: string | undefined;
}
