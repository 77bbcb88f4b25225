import { DomainName, EndpointType, HttpApi, HttpStage, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { addPageRecord } from './add-page-record.ts';
import type { Deployment } from './deployment.ts';

/**
 * The address of the page. It is made before the function that serves it, so that every function can be told the
 * address; a function URL would need the function first.
 */
export class PageApi extends HttpApi {
  /** Host name by which the page is reached, unless something stands before it. */
  readonly host: string;
  /** What the own name must lead to in DNS; undefined without one. */
  readonly target: string | undefined;

  /** @param domain an own name, where nothing else bears it */
  constructor(scope: Construct, id: string, domain: Deployment['domain']) {
    const name =
      domain &&
      new DomainName(scope, `${id}Name`, {
        domainName: domain.name,
        certificate: Certificate.fromCertificateArn(scope, `${id}Certificate`, domain.certificateArn),
        endpointType: EndpointType.REGIONAL,
        securityPolicy: SecurityPolicy.TLS_1_2,
      });
    // Under an own name the other address would be a second door, with cookies of its own.
    super(scope, id, {
      description: 'The page of Vigil',
      createDefaultStage: false,
      disableExecuteApiEndpoint: domain !== undefined,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      // Requests a second for all readers together: guessing tokens or costing money stays slow.
      throttle: { rateLimit: 20, burstLimit: 40 },
      ...(name && { domainMapping: { domainName: name } }),
    });
    this.host = domain?.name ?? `${this.apiId}.execute-api.${this.stack.region}.${this.stack.urlSuffix}`;
    this.target = name?.regionalDomainName;
    if (domain && name) {
      const target = new ApiGatewayv2DomainProperties(name.regionalDomainName, name.regionalHostedZoneId);
      addPageRecord(this, domain, target);
    }
  }
}
