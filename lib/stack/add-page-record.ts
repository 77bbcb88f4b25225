import { AaaaRecord, ARecord, HostedZone, type IAliasRecordTarget, RecordTarget } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** Points the page's own name at what bears it, where the zone is known; elsewhere the operator does, as docs/deploy.md says. */
export function addPageRecord(
  scope: Construct,
  { name, hostedZone }: NonNullable<Deployment['domain']>,
  target: IAliasRecordTarget,
): void {
  if (hostedZone === undefined) return;
  const attributes = { hostedZoneId: hostedZone.id, zoneName: hostedZone.name };
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', attributes);
  const record = { zone, recordName: `${name}.`, target: RecordTarget.fromAlias(target) };
  new ARecord(scope, 'Record', record);
  new AaaaRecord(scope, 'RecordV6', record);
}
