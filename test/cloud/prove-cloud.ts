import { alarmNames, alarmsOf } from './alarms-of.ts';
import { findRunProblems } from './check-played.ts';
import { openCloudStage } from './cloud-stage.ts';
import { type ColdStart, codeBytes, measureColdStarts } from './cold-start.ts';
import { findPrivilegeProblems, judgeRoles, type RoleProof } from './judge-roles.ts';
import { type Played, playScenario } from './play-scenario.ts';

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
  played: Played;
  /** One sentence each; empty when the proof holds. */
  problems: readonly string[];
}

/**
 * Deploys the synthesised stack on the embedded services, plays the whole way on it and judges every call.
 *
 * @param folder is filled with bundles, assembly and data
 * @param options.coldStarts how often each function is started anew to be measured; 0 measures nothing
 */
export async function proveCloud(
  folder: string,
  { coldStarts, onStep = () => {} }: { coldStarts: number; onStep?: (step: string) => void },
): Promise<CloudProof> {
  onStep('bundling and deploying');
  const cloud = await openCloudStage(folder);
  try {
    onStep('feeds, articles, digests, page');
    const played = await playScenario(cloud);
    const roles = judgeRoles(cloud.stack);
    const problems = [...findRunProblems(cloud, played), ...findPrivilegeProblems(roles)];
    const functions: FunctionProof[] = [];
    for (const pool of cloud.stack.functions) {
      const { deployed } = pool;
      const role = roles.find(({ roleId }) => roleId === deployed.roleId);
      if (coldStarts > 0) onStep(`cold starts of ${deployed.stage}`);
      if (role === undefined) throw new Error(`${deployed.stage} has no role`);
      functions.push({
        stage: deployed.stage,
        bundleBytes: codeBytes(deployed.folder),
        invocations: pool.invocations(),
        peakMegabytes: pool.peakMegabytes(),
        memoryMegabytes: deployed.memoryMegabytes,
        coldStarts: await measureColdStarts(cloud, pool, coldStarts),
        role,
        alarms: alarmsOf(cloud.stack.template, deployed.id),
      });
    }
    const ofFunctions = new Set(functions.map(({ role }) => role));
    return {
      functions,
      otherRoles: roles.filter((role) => !ofFunctions.has(role)),
      alarms: alarmNames(cloud.stack.template).length,
      played,
      problems,
    };
  } finally {
    await cloud.close();
  }
}
