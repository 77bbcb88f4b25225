import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface PretendStack {
  status: string;
  outputs: Readonly<Record<string, string>>;
}

export interface CloudFormationStub {
  url: string;
  /** Refuses every request so, instead of answering. */
  refusal: { status: number; code: string; message: string } | undefined;
  stacks: Record<string, PretendStack>;
  close(): Promise<void>;
}

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

/** DescribeStacks of CloudFormation on loopback, as the query protocol answers it. */
export async function startCloudFormation(): Promise<CloudFormationStub> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const name = new URLSearchParams(body).get('StackName') ?? '';
    const refused = stub.refusal ?? unknownStack(stub, name);
    response.writeHead(refused?.status ?? 200, { 'content-type': 'text/xml' });
    response.end(refused ? faultXml(refused) : stackXml(name, stub.stacks[name]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: CloudFormationStub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusal: undefined,
    stacks: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

function unknownStack({ stacks }: CloudFormationStub, name: string): CloudFormationStub['refusal'] {
  if (stacks[name] !== undefined) return undefined;
  return { status: 400, code: 'ValidationError', message: `Stack with id ${name} does not exist` };
}

const faultXml = ({ code, message }: { code: string; message: string }) =>
  `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

function stackXml(name: string, { status, outputs }: PretendStack = { status: '', outputs: {} }): string {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="${NAMESPACE}"><DescribeStacksResult><Stacks><member><StackId>arn:aws:cloudformation:us-east-1:123456789012:stack/${name}/0</StackId><StackName>${name}</StackName><CreationTime>2026-11-23T00:00:00.000Z</CreationTime><StackStatus>${status}</StackStatus><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeStacksResponse>`;
}
