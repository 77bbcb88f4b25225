import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { account } from './account.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

export interface HttpApi {
  /** Address without a slash at the end. */
  url: string;
  functionArn: string;
}

/**
 * The HTTP API of the template and the function that answers its default route.
 *
 * @throws when the function is not asked in the second format, or the API may not invoke it
 */
export function readHttpApi(template: TemplateDocument, resolve: (value: unknown) => unknown): HttpApi {
  const [[apiId]] = only(template, 'AWS::ApiGatewayV2::Api');
  const [[, route]] = only(template, 'AWS::ApiGatewayV2::Route');
  const [[, integration]] = only(template, 'AWS::ApiGatewayV2::Integration');
  const functionArn = String(resolve(integration.IntegrationUri));
  if (route.RouteKey !== '$default' || integration.PayloadFormatVersion !== '2.0') {
    throw new Error('the page is not asked as it is here');
  }
  const mayInvoke = resourcesOfType(template, 'AWS::Lambda::Permission').some(
    ([, permission]) =>
      permission.Principal === 'apigateway.amazonaws.com' &&
      permission.Action === 'lambda:InvokeFunction' &&
      resolve(permission.FunctionName) === functionArn,
  );
  if (!mayInvoke) throw new Error('the HTTP API may not invoke the function of its route');
  return { url: String(resolve({ 'Fn::GetAtt': [apiId, 'ApiEndpoint'] })), functionArn };
}

type Single = [[id: string, properties: Record<string, unknown>]];

function only(template: TemplateDocument, type: string): Single {
  const found = resourcesOfType(template, type);
  if (found.length !== 1) throw new Error(`${found.length} of ${type}: which one is asked is not known here`);
  return found as Single;
}

export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST';
  /** Path with query. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** `name=value` each. */
  cookies?: readonly string[];
  body?: string;
}

export type HttpAnswer = APIGatewayProxyStructuredResultV2 & { statusCode: number };

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function httpEventOf(url: string, request: HttpRequest): APIGatewayProxyEventV2 {
  const { host, pathname, search, searchParams } = new URL(request.path, url);
  const { method, headers = {}, cookies = [], body } = request;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookies.length > 0 && { cookies: [...cookies] }),
    headers: { host, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1', ...headers },
    ...(search !== '' && { queryStringParameters: Object.fromEntries(searchParams) }),
    requestContext: {
      accountId: account.id,
      apiId: host.split('.')[0] ?? '',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? '',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'proof' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 1_767_225_600_000,
    },
    ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
    isBase64Encoded: body !== undefined,
  };
}
