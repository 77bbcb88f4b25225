/** A fetch that brings nothing is given up after this. */
const DEADLINE_SECONDS = 20;
/** The slowest of several waits beyond the usual one by half of it for each e-fold: times of answers scatter about so. */
const SCATTER = 0.5;

export interface Waiting {
  /** Usual seconds of one chain: what is done of one host, one after another. */
  chainSeconds: number;
  /** Chains of the batch. */
  chains: number;
  /** Chains that are worked on at once. */
  atOnce: number;
  /** Part of the fetches that use up their whole time. */
  failingShare: number;
}

/**
 * How long an invocation waits for the network: for the slowest of what is under way together, in as many rounds as there
 * are. One server that never answers holds the whole batch.
 */
export function batchSeconds({ chainSeconds, chains, atOnce, failingShare }: Waiting): number {
  const together = Math.min(chains, atOnce);
  const slowest = chainSeconds * (1 + SCATTER * Math.log(Math.max(1, together)));
  const held = (1 - (1 - failingShare) ** together) * DEADLINE_SECONDS;
  return (slowest + held) * Math.max(1, chains / atOnce);
}
