import { Aws, CfnRule, Duration, Fn } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { addPageRecord } from './add-page-record.ts';
import type { Deployment } from './deployment.ts';
import type { PageApi } from './page-api.ts';

export interface PageFirewallProps {
  api: PageApi;
  /** Header value by which the page knows that a request came this way. */
  originSecret: string;
  /** ARN of the operator's own web ACL; undefined for one of the stack's. */
  webAclArn: string | undefined;
  domain: Deployment['domain'];
}

/** Requests of one address in five minutes, from which on it is kept out. */
const MOST_REQUESTS = 1000;

/**
 * What CloudFront keeps for ten seconds unless told otherwise, whatever the cache policy and the page's `no-store` say,
 * and by the path alone: one request for `/sign-in/callback` that fails would be everybody's answer.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
const KEPT_ERRORS = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/**
 * Rules that would turn away what belongs here: a mail program's one-click POST may name no browser, and an issuer's code
 * in the address of the callback may be long.
 */
const COUNTED_ONLY = ['NoUserAgent_HEADER', 'SizeRestrictions_QUERYSTRING'];

/** CloudFront with a web ACL before the page: an HTTP API takes none itself. Nothing is cached. */
export class PageFirewall extends Construct {
  readonly distribution: Distribution;
  /** By a certificate of the operator's; without one CloudFront's own decides which TLS is enough. */
  readonly hasOwnName: boolean;
  /** Host name by which the page is reached. */
  readonly host: string;

  constructor(scope: Construct, id: string, { api, originSecret, webAclArn, domain }: PageFirewallProps) {
    super(scope, id);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'The page of Vigil',
      webAclId: webAclArn ?? this.#addWebAcl(),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: new HttpOrigin(api.host, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          customHeaders: { 'x-vigil-origin': originSecret },
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
      errorResponses: KEPT_ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    this.hasOwnName = domain !== undefined;
    this.host = domain?.name ?? this.distribution.distributionDomainName;
    if (domain) addPageRecord(this, domain, new CloudFrontTarget(this.distribution));
  }

  #addWebAcl(): string {
    new CfnRule(this, 'Region', {
      assertions: [
        {
          assert: Fn.conditionEquals(Aws.REGION, 'us-east-1'),
          assertDescription:
            'a web ACL of CloudFront is made in us-east-1 only: deploy there, or give the ARN of one as "firewall"',
        },
      ],
    });
    const visibility = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples would show addresses and cookies of readers.
      sampledRequestsEnabled: false,
    });
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('vigil-page'),
      rules: [
        {
          name: 'too-many-requests',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: MOST_REQUESTS, aggregateKeyType: 'IP' } },
          visibilityConfig: visibility('too-many-requests'),
        },
        {
          name: 'known-bad-inputs',
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesKnownBadInputsRuleSet' },
          },
          visibilityConfig: visibility('known-bad-inputs'),
        },
        {
          name: 'common-attacks',
          priority: 2,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesCommonRuleSet',
              ruleActionOverrides: COUNTED_ONLY.map((name) => ({ name, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: visibility('common-attacks'),
        },
      ],
    });
    return acl.attrArn;
  }
}
