/** @throws for a request that nobody signed */
export function accessKeyOf(authorization = ''): string {
  const key = /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(authorization)?.[1];
  if (key === undefined) throw new Error(`a request without a signature: ${authorization}`);
  return key;
}
