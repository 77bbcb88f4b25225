import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The event that an HTTP API sends for a GET of one of its own addresses. */
export function httpEvent(address: string, cookies: string[] = []): APIGatewayProxyEventV2 {
  const { host, pathname, search } = new URL(address);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    cookies,
    headers: { host },
    requestContext: {
      accountId: '000000000000',
      apiId: 'page',
      domainName: host,
      domainPrefix: 'page',
      http: { method: 'GET', path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time: '23/Nov/2026:00:00:00 +0000',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
  };
}
