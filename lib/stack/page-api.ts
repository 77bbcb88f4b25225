import { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';

/**
 * The address of the page. It is made before the function that serves it, so that every function can be told the
 * address; a function URL would need the function first.
 */
export class PageApi extends HttpApi {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: 'The page of Vigil', createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      // Requests a second for all readers together: guessing tokens or costing money stays slow.
      throttle: { rateLimit: 20, burstLimit: 40 },
    });
  }
}
