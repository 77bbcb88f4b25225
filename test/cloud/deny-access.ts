import type { ServerResponse } from 'node:http';
import type { AwsCall, AwsService } from './aws-call.ts';

/** Answers as the service does when the caller's role does not allow a call. */
export function denyAccess(service: AwsService, { action, resources }: AwsCall, response: ServerResponse): void {
  const message = `the role is not authorized to perform: ${action} on resource: ${resources.join(', ')}`;
  if (service === 's3') {
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`);
    return;
  }
  const [status, type] = refusals[service];
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ __type: type, message }));
}

const refusals: Readonly<Record<Exclude<AwsService, 's3'>, [status: number, type: string]>> = {
  dynamodb: [400, 'AccessDeniedException'],
  sqs: [403, 'AccessDenied'],
  ses: [403, 'AccessDeniedException'],
};
