import { isInGrace, unknownReason } from './claim-grace.ts';
import { type Edition, isOpenEdition, type Send } from './edition.ts';

/** How one edition stands, its mail included; of the two records the mail knows better. */
export interface EditionEnd {
  /**
   * - `open`: not sent yet; the next tick goes on with it
   * - `sending`: claimed; its run goes on, or SES's event is awaited
   * - `sent`, `suppressed`, `failed`: as recorded
   * - `quiet`: nothing was recorded, and the reader wants no mail then
   * - `unknown`: it may have been sent; nothing happens by itself any more
   * - `expired`: its local date passed first
   */
  end: 'open' | 'sending' | 'sent' | 'suppressed' | 'failed' | 'quiet' | 'unknown' | 'expired';
  /** Never an address. */
  reason?: string | undefined;
}

export function editionEnd(edition: Edition, send: Send | undefined, now: Date): EditionEnd {
  if (edition.outcome === 'skipped-quiet') return { end: 'quiet' };
  switch (send?.state) {
    case 'sent':
      return { end: 'sent' };
    case 'suppressed':
    case 'failed':
      return { end: send.state, reason: send.reason };
    case 'claimed':
      return isInGrace(send, now) ? { end: 'sending' } : { end: 'unknown', reason: unknownReason(send) };
    default:
      return { end: isOpenEdition(edition) ? 'open' : 'expired', reason: send?.reason };
  }
}
