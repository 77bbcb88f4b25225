/** A typed reason and its detail as one clause; most details say the reason themselves. */
export function sayReason(reason: string, detail: string): string {
  const words = reason.replaceAll('-', ' ');
  return detail.includes(words) ? detail : `${words}: ${detail}`;
}
