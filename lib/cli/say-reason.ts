/** A typed reason and its detail as one clause: "too deep: more than 256 elements inside each other". */
export function sayReason(reason: string, detail: string): string {
  const words = reason.replaceAll('-', ' ');
  return detail.startsWith(words) ? detail : `${words}: ${detail}`;
}
