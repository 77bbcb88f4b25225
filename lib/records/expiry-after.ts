/** When a row may be deleted, in epoch seconds: DynamoDB's own form of a time to live. @param from ISO 8601 */
export function expiryAfter(from: string, days: number): number {
  return Math.floor(Date.parse(from) / 1000) + days * 86_400;
}
