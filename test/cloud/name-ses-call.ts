import { arnOf } from './account.ts';
import type { AwsCall, AwsRequest } from './aws-call.ts';

const SEND_PATH = '/v2/email/outbound-emails';

/**
 * @param identities that the template verifies: addresses and domains
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
 */
export function nameSesCall({ method, path, body }: AwsRequest, identities: readonly string[]): AwsCall[] {
  if (method !== 'POST' || path !== SEND_PATH) throw new Error(`ses: ${method} ${path} is not known here`);
  const { FromEmailAddress, ConfigurationSetName, Content } = JSON.parse(body.toString('utf8'));
  const from = bareAddress(String(FromEmailAddress));
  const set = ConfigurationSetName === undefined ? [] : [arnOf('ses', `configuration-set/${ConfigurationSetName}`)];
  return [
    {
      action: Content.Raw === undefined ? 'ses:SendEmail' : 'ses:SendRawEmail',
      resources: [arnOf('ses', `identity/${identityOf(from, identities)}`), ...set],
      conditions: { 'ses:FromAddress': from },
    },
  ];
}

/** `Vigil <digest@monitor.org>` → `digest@monitor.org` */
const bareAddress = (address: string) => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;

/** The identity by which SES lets an address send: itself before its domain, a domain before the one above. */
function identityOf(address: string, identities: readonly string[]): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const fitting = identities.filter((name) => name === address || domain === name || domain.endsWith(`.${name}`));
  return fitting.toSorted((a, b) => b.length - a.length)[0] ?? address;
}
