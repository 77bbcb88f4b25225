import { describe, expect, test } from 'vitest';
import { constructId } from '../../lib/stack/construct-id.ts';
import { environmentOf, render, resourcesOf, synthesise, widestDeployment } from './synthesised-stack.ts';

const { domain } = widestDeployment;
const outputsOf = (deployment: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(synthesise({ deployment }).toJSON().Outputs as Record<string, { Value: unknown }>).map(
      ([name, { Value }]) => [name, Value],
    ),
  );
const firewallOf = (deployment: Record<string, unknown>) => {
  const template = synthesise({ deployment });
  const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution');
  return { template, config: distribution?.Properties.DistributionConfig as DistributionConfig };
};
interface WebAclRule {
  Name: string;
  VisibilityConfig: { SampledRequestsEnabled: boolean };
  Statement: { ManagedRuleGroupStatement?: { RuleActionOverrides?: object[] } };
}
interface DistributionConfig {
  Aliases?: string[];
  WebACLId: unknown;
  DefaultCacheBehavior: Record<string, unknown>;
  CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[];
  Origins: { OriginCustomHeaders: { HeaderName: string; HeaderValue: unknown }[] }[];
  ViewerCertificate?: { MinimumProtocolVersion: string };
}

describe('an own name', () => {
  test('is the only address of the page, in its links and in DNS', () => {
    const template = synthesise({ deployment: { domain } });
    expect(environmentOf(template, 'web').PUBLIC_URL).toBe('https://vigil.monitor.org');
    const [api] = resourcesOf(template, 'AWS::ApiGatewayV2::Api');
    expect(api?.Properties.DisableExecuteApiEndpoint).toBe(true);
    const [name] = resourcesOf(template, 'AWS::ApiGatewayV2::DomainName');
    expect(name?.Properties).toMatchObject({
      DomainName: 'vigil.monitor.org',
      DomainNameConfigurations: [{ CertificateArn: domain.certificateArn, SecurityPolicy: 'TLS_1_2' }],
    });
    const records = resourcesOf(template, 'AWS::Route53::RecordSet').map(({ Properties }) => [
      Properties.Type,
      Properties.Name,
    ]);
    expect(records).toEqual([
      ['A', 'vigil.monitor.org.'],
      ['AAAA', 'vigil.monitor.org.'],
    ]);
  });

  test('outside Route 53 is told to the operator as a record to write', () => {
    const { hostedZone: _, ...elsewhere } = domain;
    const { PageRecord } = outputsOf({ domain: elsewhere });
    expect(render(PageRecord)).toBe('vigil.monitor.org CNAME PageName.RegionalDomainName');
    expect(outputsOf({ domain }).PageRecord).toBeUndefined();
  });
});

describe('a firewall', () => {
  test('stands before the page, which turns away what does not come through it', () => {
    const { template, config } = firewallOf({ firewall: true });
    const { PUBLIC_URL, ORIGIN_SECRET } = environmentOf(template, 'web');
    expect(PUBLIC_URL).toBe('https://FirewallDistribution.DomainName');
    expect(render(config.WebACLId)).toBe('FirewallWebAcl.Arn');
    const [header] = config.Origins[0]?.OriginCustomHeaders ?? [];
    expect([header?.HeaderName, render(header?.HeaderValue)]).toEqual(['x-vigil-origin', ORIGIN_SECRET]);
    expect(ORIGIN_SECRET).toBe('{{resolve:secretsmanager:SecretsOriginSecret:SecretString:::}}');
    for (const stage of ['fetch-feed', 'read-article', 'send-digests', 'mail-events']) {
      expect(environmentOf(template, stage).ORIGIN_SECRET).toBeUndefined();
    }
    // AWS's managed policies: nothing is cached, everything but the host goes through.
    expect(config.DefaultCacheBehavior).toMatchObject({
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'redirect-to-https',
    });
  });

  test('keeps no failure either: it would be the answer to everybody who asks for the same path', () => {
    const { CustomErrorResponses } = firewallOf({ firewall: true }).config;
    expect(CustomErrorResponses).toEqual(
      [400, 403, 404, 405, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
  });

  test('blocks floods of one address and known attacks, and keeps no samples of requests', () => {
    const [acl] = resourcesOf(firewallOf({ firewall: true }).template, 'AWS::WAFv2::WebACL');
    const rules = acl?.Properties.Rules as WebAclRule[];
    expect(rules.map(({ Name, VisibilityConfig }) => [Name, VisibilityConfig.SampledRequestsEnabled])).toEqual([
      ['too-many-requests', false],
      ['known-bad-inputs', false],
      ['common-attacks', false],
    ]);
    // One-click unsubscribing by a program without a name, and an issuer's long code, must come through.
    const overridden = rules.flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []);
    expect(overridden).toEqual([
      { Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } },
      { Name: 'SizeRestrictions_QUERYSTRING', ActionToUse: { Count: {} } },
    ]);
  });

  test('of the stack’s own is made in us-east-1 only; elsewhere the deployment is refused with the reason', () => {
    const rules = firewallOf({ firewall: true }).template.toJSON().Rules as Record<string, { Assertions: object[] }>;
    const own = Object.values(rules).flatMap(({ Assertions }) => JSON.stringify(Assertions));
    expect(own.filter((text) => text.includes('us-east-1') && text.includes('give the ARN of one'))).toHaveLength(1);
  });

  test('of the operator’s is used by its ARN, in any region', () => {
    const arn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/mine/01234567';
    const { template, config } = firewallOf({ firewall: arn, domain });
    expect([config.WebACLId, config.Aliases]).toEqual([arn, ['vigil.monitor.org']]);
    expect(config.ViewerCertificate?.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(resourcesOf(template, 'AWS::WAFv2::WebACL')).toEqual([]);
  });
});

test('every output is named as the key that it fills', () => {
  const keys = ['FEEDS_TABLE', 'ACCESS_TABLE', 'MAIL_EVENTS_QUEUE_URL', 'CONFIGURATION_SET', 'PUBLIC_URL', 'VERSION'];
  expect(Object.keys(outputsOf({}))).toEqual(expect.arrayContaining(keys.map(constructId)));
});
