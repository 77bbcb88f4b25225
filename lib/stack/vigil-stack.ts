import { CfnOutput, CfnParameter, Stack, Validations } from 'aws-cdk-lib';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { type StageName, stages } from '../pipeline.ts';
import { acceptFindings } from './accept-findings.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { ArchiveBucket } from './archive-bucket.ts';
import { attachTrigger } from './attach-trigger.ts';
import { constructId } from './construct-id.ts';
import { type Deployment, isReservedAddress } from './deployment.ts';
import { grantStage } from './grant-stage.ts';
import { MonthlyBudget } from './monthly-budget.ts';
import { PageApi } from './page-api.ts';
import { PipelineAlarms } from './pipeline-alarms.ts';
import { PipelineDashboard } from './pipeline-dashboard.ts';
import { PipelineQueues } from './pipeline-queues.ts';
import { PipelineTables } from './pipeline-tables.ts';
import { refusePrivateOrigins } from './refuse-private-origins.ts';
import { stageEnvironment } from './stage-environment.ts';
import { StageFunction } from './stage-function.ts';
import { StageSecrets } from './stage-secrets.ts';

export interface VigilStackProps extends Deployment {
  /** Folder with the bundle of each stage. */
  bundles: Readonly<Record<StageName, string>>;
}

/** The deployed system: what lasts, then the page's address, then one function for each row of the pipeline. */
export class VigilStack extends Stack {
  constructor(scope: Construct, id: string, { bundles, sender, contact, alarms, budget }: VigilStackProps) {
    super(scope, id, { description: 'Vigil, a media monitor', terminationProtection: true });

    const tables = new PipelineTables(this, 'Tables').byName;
    const queues = new PipelineQueues(this, 'Queues').byName;
    const archive = new ArchiveBucket(this, 'Archive');
    const identity = new EmailIdentity(this, 'Sender', { identity: Identity.email(sender) });
    const secrets = new StageSecrets(this, 'Secrets');
    const api = new PageApi(this, 'Page');

    const environment = stageEnvironment({ tables, queues, archive, page: api, sender, contact });
    const namespace = `Vigil/${this.stackName}`;
    const functions = stages.map((stage) => {
      const made = new StageFunction(this, constructId(stage.name), {
        stage,
        bundle: bundles[stage.name],
        environment: { ...environment, ...secrets.environmentFor(stage), METRICS_NAMESPACE: namespace },
      });
      grantStage(made.role, stage, { tables, queues, archive, identity, sender });
      attachTrigger(made, stage.trigger, { queues, api });
      return made;
    });

    const topic = new AlarmTopic(this, 'AlarmTopic', alarms);
    const watched = { namespace, functions, queues, api, topic };
    const { all } = new PipelineAlarms(this, 'Alarms', watched);
    new PipelineDashboard(this, 'Dashboard', watched, all);
    if (budget !== undefined) new MonthlyBudget(this, 'Budget', { dollars: budget, topic });

    for (const [name, value] of Object.entries(environment)) new CfnOutput(this, constructId(name), { value });
    new CfnOutput(this, 'PageTokenSecret', { value: secrets.pageToken.secretArn });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
    refusePrivateOrigins(this);
    acceptFindings({ archive, page: api, secrets, functions });
    if ([sender, contact, ...(alarms === undefined ? [] : [alarms])].some(isReservedAddress)) this.#refuseDeployment();
  }

  /** A parameter without a default: synthesis works, deployment stops before it changes anything and names it. */
  #refuseDeployment(): void {
    new CfnParameter(this, 'GiveYourOwnSenderAndContactAsContext', {
      description: 'sender or contact is an example. Deploy with -c sender=… -c contact=… of your own.',
      allowedValues: ['never'],
    });
    const reason = 'the parameter is there to be asked for, not to be used';
    Validations.of(this).acknowledge({ id: 'CloudFormation-Validate::W2001', reason });
  }
}
