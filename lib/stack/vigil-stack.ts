import { CfnOutput, CfnParameter, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import lexiconJson from '../../config/lexicon.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { type StageName, stages } from '../pipeline.ts';
import { acceptFindings } from './accept-findings.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { ArchiveBucket } from './archive-bucket.ts';
import { attachTrigger } from './attach-trigger.ts';
import { constructId } from './construct-id.ts';
import type { Deployment } from './deployment.ts';
import { grantStage } from './grant-stage.ts';
import { isReservedAddress } from './is-reserved-address.ts';
import { MailSending } from './mail-sending.ts';
import { MonthlyBudget } from './monthly-budget.ts';
import { PageApi } from './page-api.ts';
import { PageFirewall } from './page-firewall.ts';
import { PageSignIn } from './page-sign-in.ts';
import { PipelineAlarms } from './pipeline-alarms.ts';
import { PipelineDashboard } from './pipeline-dashboard.ts';
import { PipelineQueues } from './pipeline-queues.ts';
import { PipelineTables } from './pipeline-tables.ts';
import { refusePrivateOrigins } from './refuse-private-origins.ts';
import { allowSecondOpinion } from './second-opinion.ts';
import { stageEnvironment } from './stage-environment.ts';
import { StageFunction } from './stage-function.ts';
import { StageSchedules } from './stage-schedules.ts';
import { StageSecrets } from './stage-secrets.ts';

export interface VigilStackProps {
  deployment: Deployment;
  stackName: string;
  /** Folder with the bundle of each stage. */
  bundles: Readonly<Record<StageName, string>>;
}

/** The deployed system: what lasts, then mail and page, then one function for each row of the pipeline, then who watches. */
export class VigilStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, stackName, bundles }: VigilStackProps) {
    super(scope, id, { stackName, description: 'Vigil, a media monitor', terminationProtection: true });

    const tables = new PipelineTables(this, 'Tables').byName;
    const queues = new PipelineQueues(this, 'Queues').byName;
    const archive = new ArchiveBucket(this, 'Archive', deployment);
    const secrets = new StageSecrets(this, 'Secrets', { hasFirewall: deployment.firewall !== false });

    const mail = new MailSending(this, 'Mail', { ...deployment, events: queues['mail-events'] });
    const page = this.#servePage(deployment, secrets);

    const signIn = new PageSignIn(this, 'SignIn', { publicUrl: `https://${page.host}`, signIn: deployment.signIn });

    const environment = stageEnvironment({ tables, queues, archive, page, mail, contact: deployment.contact });
    const namespace = `Vigil/${this.stackName}`;
    const schedules = new StageSchedules(this, 'Schedules');
    const functions = stages.map((stage) => {
      const made = new StageFunction(this, constructId(stage.name), {
        ...deployment,
        stage,
        bundle: bundles[stage.name],
        environment: {
          ...environment,
          ...secrets.environmentFor(stage),
          ...(stage.trigger.kind === 'http' && { ...signIn.environment, ...signUpEnvironment(deployment) }),
          METRICS_NAMESPACE: namespace,
        },
      });
      grantStage(made.role, stage, { tables, queues, archive, mail });
      if (deployment.secondOpinion && stage.name === 'read-article') allowSecondOpinion(made, deployment.secondOpinion);
      attachTrigger(made, stage.trigger, { queues, schedules, api: page.api });
      return made;
    });

    const topic = new AlarmTopic(this, 'AlarmTopic', deployment.alarms);
    const watched = { namespace, functions, queues, schedules, api: page.api, topic };
    const { all } = new PipelineAlarms(this, 'Alarms', watched);
    new PipelineDashboard(this, 'Dashboard', watched, all);
    if (deployment.budget > 0) new MonthlyBudget(this, 'Budget', { dollars: deployment.budget, topic });

    this.#tell({
      ...environment,
      VERSION: packageJson.version,
      RULE_SET_VERSION: lexiconJson.version,
      ALARM_TOPIC_ARN: topic.topicArn,
    });
    if (signIn.userPool) this.#tell({ USER_POOL_ID: signIn.userPool.userPoolId });
    mail.dnsRecords.forEach((record, index) => {
      this.#tell({ [`DNS_RECORD_${index + 1}`]: record });
    });
    if (page.target !== undefined) this.#tell({ PAGE_RECORD: page.target });
    refusePrivateOrigins(this);
    acceptFindings({ archive, page, signIn, secrets, schedules, functions });
    const { sender, contact, alarms = '' } = deployment;
    if ([sender, contact, alarms].some(isReservedAddress)) this.#refuseDeployment();
  }

  #servePage({ domain, firewall }: Deployment, { originSecret }: StageSecrets) {
    if (originSecret === undefined) {
      const api = new PageApi(this, 'Page', domain);
      return { api, firewall: undefined, host: api.host, target: recordOf(domain, api.target) };
    }
    const api = new PageApi(this, 'Page', undefined);
    const made = new PageFirewall(this, 'Firewall', {
      api,
      domain,
      originSecret: originSecret.secretValue.unsafeUnwrap(),
      webAclArn: typeof firewall === 'string' ? firewall : undefined,
    });
    return { api, firewall: made, host: made.host, target: recordOf(domain, made.distribution.distributionDomainName) };
  }

  /** Outputs, named as the keys of Settings are: `vigil --stack` reads them back. */
  #tell(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, constructId(name), { value });
  }

  /** A parameter without a default: synthesis works, deployment stops before it changes anything and names it. */
  #refuseDeployment(): void {
    new CfnParameter(this, 'GiveYourOwnAddressesInConfigDeploymentJson', {
      description: 'sender, contact or alarms is an example. Write your own into config/deployment.json.',
      allowedValues: ['never'],
    });
    const reason = 'the parameter is there to be asked for, not to be used';
    Validations.of(this).acknowledge({ id: 'CloudFormation-Validate::W2001', reason });
  }
}

/** Whether the page has a sign-up: of its stage alone. */
const signUpEnvironment = ({ signUp }: Deployment) => (signUp ? { SIGN_UP: 'true' } : {});

/** What the page's own name must be in DNS, where the stack cannot write it itself. */
const recordOf = (domain: Deployment['domain'], target: string | undefined): string | undefined =>
  domain && target && domain.hostedZone === undefined ? `${domain.name} CNAME ${target}` : undefined;
