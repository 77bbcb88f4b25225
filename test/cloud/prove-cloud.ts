import { setLogSink } from '../../lib/log.ts';
import { alarmNames, alarmsOf } from './alarms-of.ts';
import { findFaults, findLeftovers, findShortcomings } from './check-played.ts';
import { type CloudStage, openCloudStage } from './cloud-stage.ts';
import { type ColdStart, codeBytes, measureColdStarts } from './cold-start.ts';
import { countMessages } from './count-messages.ts';
import type { FunctionPool } from './function-pool.ts';
import { findIdleGrants, findMissingGrants, judgeRoles, type RoleProof } from './judge-roles.ts';
import { type Played, playScenario } from './play-scenario.ts';
import type { TemplateDocument } from './template-document.ts';

/** What a run shows of one function. */
export interface FunctionProof {
  stage: string;
  bundleBytes: number;
  coldStarts: readonly ColdStart[];
  invocations: number;
  peakMegabytes: number;
  memoryMegabytes: number;
  role: RoleProof;
  /** Names of the alarms that watch it, its queue or its API. */
  alarms: readonly string[];
}

export interface CloudProof {
  functions: readonly FunctionProof[];
  /** Roles of other parts of the stack. */
  otherRoles: readonly RoleProof[];
  alarms: number;
  /** Undefined when the way broke off; then the problems say why. */
  played: Played | undefined;
  /** One sentence each; empty when the proof holds. */
  problems: readonly string[];
}

export interface ProveCloudOptions {
  /** How often each function is started anew to be measured; 0 measures nothing, as does a run that has failed. */
  coldStarts: number;
  onStep?: (step: string) => void;
  /** Breaks the template before it is deployed, to see that it is noticed. */
  alter?: (template: TemplateDocument) => void;
}

/**
 * Deploys the synthesised stack on the embedded services, plays the whole way on it and judges every call.
 *
 * @param folder is filled with bundles, assembly and data
 * @throws when the template cannot be deployed or wired at all
 */
export async function proveCloud(
  folder: string,
  { coldStarts, onStep = () => {}, alter }: ProveCloudOptions,
): Promise<CloudProof> {
  onStep('bundling and deploying');
  const cloud = await openCloudStage(folder, alter);
  // The queue driver logs what failed; here it is told among the problems.
  setLogSink(() => {});
  try {
    onStep('feeds, articles, digests, page');
    const played = await playScenario(cloud).catch((error: Error) => error);
    const roles = judgeRoles(cloud.stack);
    const left = await countMessages(cloud.stack);
    const problems = [...findFaults(cloud.stack), ...findMissingGrants(roles), ...findLeftovers(left)];
    if (played instanceof Error) problems.push(`the way breaks off: ${played.message}`);
    else problems.push(...findShortcomings(cloud.stack, played), ...findIdleGrants(roles));

    const functions: FunctionProof[] = [];
    for (const pool of cloud.stack.functions) {
      const isMeasured = coldStarts > 0 && problems.length === 0;
      if (isMeasured) onStep(`cold starts of ${pool.deployed.stage}`);
      const measured = isMeasured ? await measureColdStarts(cloud, pool, coldStarts) : [];
      functions.push(proofOf(cloud, pool, { roles, coldStarts: measured }));
    }
    return {
      functions,
      otherRoles: roles.filter((role) => !functions.some((one) => one.role === role)),
      alarms: alarmNames(cloud.stack.template).length,
      played: played instanceof Error ? undefined : played,
      problems,
    };
  } finally {
    setLogSink();
    await cloud.close();
  }
}

interface Judged {
  roles: readonly RoleProof[];
  coldStarts: readonly ColdStart[];
}

function proofOf({ stack }: CloudStage, pool: FunctionPool, { roles, coldStarts }: Judged): FunctionProof {
  const { deployed } = pool;
  const role = roles.find(({ roleId }) => roleId === deployed.roleId);
  if (role === undefined) throw new Error(`${deployed.stage} has no role`);
  return {
    stage: deployed.stage,
    bundleBytes: codeBytes(deployed.folder),
    coldStarts,
    invocations: pool.invocations(),
    peakMegabytes: pool.peakMegabytes(),
    memoryMegabytes: deployed.memoryMegabytes,
    role,
    alarms: alarmsOf(stack.template, deployed.id),
  };
}
