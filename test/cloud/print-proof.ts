import { cpus } from 'node:os';
import { type ColdStart, median } from './cold-start.ts';
import type { RoleProof } from './judge-roles.ts';
import type { CloudProof, FunctionProof } from './prove-cloud.ts';

/** What the figures are good for. */
export const machineCaveat = (): string =>
  `measured on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${process.arch}, Node ${process.versions.node}; Lambda runs arm64 and gives a function its share of a processor by its memory`;

/** One line for each function, one for the roles beside them, one for the whole. */
export function printProof({ functions, otherRoles, alarms, played, problems }: CloudProof): string {
  const ofFunctions = functions.flatMap((one) => one.alarms).length;
  return [
    ...functions.map(functionLine),
    ...otherRoles.map((role) => `${role.role}: ${roleText(role)}`),
    `${functions.length} functions, ${played?.coverage.length ?? 'no'} records, ${played?.mails.length ?? 'no'} digests at the SES server; ${alarms} alarms, ${alarms - ofFunctions} of them of the whole system`,
    machineCaveat(),
    'not the template’s: ALLOWED_ORIGINS of fetch-feed and read-article (the sample newsroom lies on loopback), SIGN_IN_ISSUER of web (the user pool is AWS’s), the addresses of the embedded services; the clock of send-digests was five minutes ahead, so that nobody waits for the next tick',
    ...problems.map((problem) => `PROBLEM: ${problem}`),
    problems.length === 0
      ? 'proved'
      : `not proved: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
  ].join('\n');
}

function functionLine(proof: FunctionProof): string {
  const { stage, bundleBytes, coldStarts, peakMegabytes, memoryMegabytes, invocations, role, alarms } = proof;
  return [
    `${stage.padEnd(12)} ${(bundleBytes / 1_000_000).toFixed(2)} MB`,
    ...(coldStarts.length > 0 ? [`cold start ${coldStartText(coldStarts)}`] : []),
    `memory ${peakMegabytes.toFixed(0)} of ${memoryMegabytes} MB`,
    `${invocations} invocations`,
    roleText(role),
    `${alarms.length} alarms`,
  ].join(' · ');
}

const coldStartText = (coldStarts: readonly ColdStart[]): string =>
  `${median(coldStarts.map(({ init }) => init)).toFixed(0)} + ${median(coldStarts.map(({ first }) => first)).toFixed(0)} ms`;

function roleText({ calls, used, unused, missing }: RoleProof): string {
  const noted = unused.filter(({ note }) => note !== undefined);
  const notes = noted.map(({ action, note }) => `${action}: ${note}`).join('; ');
  return [
    `${calls} calls`,
    `grants: ${used.length} used, ${unused.length} unused${noted.length > 0 ? ` (${notes})` : ''}, ${missing.length} missing`,
  ].join(' · ');
}
