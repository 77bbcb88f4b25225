import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../pipeline.ts';
import type { Deployment } from './deployment.ts';

export interface StageFunctionProps extends Pick<Deployment, 'logDays' | 'reserveConcurrency'> {
  stage: Stage;
  /** Folder with `handler.mjs` and what it starts. */
  bundle: string;
  environment: Readonly<Record<string, string>>;
}

/** One row of the pipeline as a function, with a role and a log group of its own. */
export class StageFunction extends Construct {
  readonly stage: Stage;
  readonly role: Role;
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: StageFunctionProps) {
    super(scope, id);
    const { stage, bundle, environment, logDays, reserveConcurrency } = props;
    this.stage = stage;
    this.logGroup = new LogGroup(this, 'Logs', {
      // The enum's values are these numbers of days.
      retention: logDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own: the one that the CDK makes may write every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: stage.does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle),
      handler: 'handler.handler',
      timeout: Duration.seconds(stage.timeoutSeconds),
      memorySize: stage.memoryMegabytes,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      tracing: Tracing.ACTIVE,
      ...(reserveConcurrency &&
        stage.reservedConcurrency !== undefined && { reservedConcurrentExecutions: stage.reservedConcurrency }),
      role: this.role,
      logGroup: this.logGroup,
      // What the runtime itself says of a failure is one JSON line then, as all other lines are.
      loggingFormat: LoggingFormat.JSON,
    });
  }
}
