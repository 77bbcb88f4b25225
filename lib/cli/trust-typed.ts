import { isLoopbackUrl } from './is-loopback-url.ts';

export interface TrustNeeds {
  /** Lets the fetcher reach the address's origin although it is not public, now and in later runs. */
  trustOrigin: (url: string) => Promise<void>;
}

/** Trusts an address on this machine, because the operator typed it; what a document names gets no such trust. */
export async function trustTyped(url: string, needs: TrustNeeds): Promise<void> {
  if (isLoopbackUrl(url)) await needs.trustOrigin(url);
}
