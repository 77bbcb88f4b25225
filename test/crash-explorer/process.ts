import { AsyncLocalStorage } from 'node:async_hooks';
import type { Mail } from '../../lib/digest/mailer.ts';
import { NOTICE } from './fake-ses.ts';
import type { Fault } from './fault.ts';
import { strike } from './strike.ts';
import type { World, WorldNeeds } from './world.ts';

/** One run of a deployed function: a tick, or an event of SES. */
export interface Process {
  isGone: boolean;
  /** Epoch milliseconds; Lambda ends it then. */
  deadline: number;
  /** The edition whose mail it claimed and has not ended, and when. */
  claim?: { editionId: string; at: number } | undefined;
  /** Whom it serves, as far as its calls tell. */
  subscriberId?: string | undefined;
  /** Number of its last port call. */
  lastCall?: number;
}

/** Whose log lines are being written. */
export const processes = new AsyncLocalStorage<Process>();

const PORTS = [
  'subscriberStore',
  'editionStore',
  'confirmationStore',
  'editionArchive',
  'coverageStore',
  'dayCountStore',
  'addedDateStore',
  'mailboxKeyStore',
  'feedStore',
  'usageStore',
  'mailer',
] as const;
const CALL_MILLISECONDS = 20;

/** The needs as one process has them: every call is counted, and struck by the faults that wait for it. */
export function startProcess(world: World, process: Process): WorldNeeds {
  const wrapped = { ...world.needs };
  for (const name of PORTS) Object.assign(wrapped, { [name]: wrap(world, process, name, world.needs[name]) });
  return world.options.weaken?.(wrapped) ?? wrapped;
}

function wrap<Port extends object>(world: World, process: Process, portName: string, port: Port): Port {
  const methods = Object.keys(port).map((method) => {
    const act = (port as Record<string, (...args: unknown[]) => Promise<unknown>>)[method];
    const name = `${portName}.${method}`;
    return [method, (...args: unknown[]) => call(world, process, { name, args, act: async () => act?.(...args) })];
  });
  return Object.fromEntries(methods) as Port;
}

export interface PortCall {
  name: string;
  args: unknown[];
  act: () => Promise<unknown>;
}

async function call(world: World, process: Process, port: PortCall): Promise<unknown> {
  if (process.isGone) throw new Error('the process is gone');
  const number = world.calls.push(port.name);
  world.clock.now += CALL_MILLISECONDS;
  noteReader(process, port.args[0]);
  const lookedAt = process.lastCall ?? 0;
  process.lastCall = number;
  if (port.name === 'editionStore.claimSend') {
    process.claim = { editionId: (port.args[0] as { editionId: string }).editionId, at: world.clock.now };
  }
  if (port.name === 'confirmationStore.move') process.claim = { editionId: NOTICE, at: world.clock.now };
  const faults = world.options.faults.filter((fault) => fault.call === number);
  const meet = async (moment: Fault['moment']) => {
    for (const fault of faults) if (fault.moment === moment) await strike(fault, port, { world, process, number });
    if (world.clock.now >= process.deadline) timeOut(world, process);
  };

  await meet('before');
  const answer = await answerOf(world, process, { ...port, lookedAt });
  await meet('after');
  if (isClaimOver(port, answer)) process.claim = undefined;
  return answer;
}

/** @throws in place of what the function would go on with: Lambda has ended it */
function timeOut(world: World, process: Process): never {
  if (process.claim) world.brokenClaims.add(process.claim.editionId);
  world.troubleUntil = Math.max(world.troubleUntil, world.clock.now);
  process.isGone = true;
  throw new Error('the function ran out of its time');
}

function isClaimOver({ name, args }: PortCall, answer: unknown): boolean {
  if (name === 'editionStore.claimSend') return answer === false;
  if (name === 'confirmationStore.move') return answer === false || (args[2] as { state: string }).state !== 'claimed';
  return name === 'editionStore.endSend';
}

async function answerOf(
  world: World,
  process: Process,
  { name, args, act, lookedAt }: PortCall & { lookedAt: number },
): Promise<unknown> {
  const { clock, ses } = world;
  if (name.startsWith('editionArchive.') && clock.now < world.archiveAwayUntil) throw new Error('the archive is away');
  if (name.startsWith('coverageStore.') && clock.now < world.renderBrokenUntil) {
    process.isGone = true;
    throw new Error('whatever renders, dies');
  }
  if (name === 'mailer.send') {
    if (world.isRefusedForGood) {
      world.isRefusedForGood = false;
      return ses.refuse(args[0] as Mail, true);
    }
    if (world.refusalsLeft > 0) {
      world.refusalsLeft -= 1;
      return ses.refuse(args[0] as Mail, false);
    }
    const before = ses.accepted.length;
    const end = await act();
    for (const accepted of ses.accepted.slice(before)) {
      world.sentBy.set(accepted, { lookedAt, claimedAt: process.claim?.at ?? clock.now });
    }
    return end;
  }
  if (name === 'editionStore.open') await noteUnproven(world, args[0] as { subscriberId: string });
  return act();
}

/** Mails of the reader that SES took and of which nobody knows it, now that their next edition's window is decided. */
async function noteUnproven(world: World, { subscriberId }: { subscriberId: string }): Promise<void> {
  for (const accepted of world.ses.accepted) {
    if (accepted.subscriberId !== subscriberId) continue;
    const send = await world.options.stores.editionStore.getSend(accepted.editionId);
    if (send?.state === 'claimed') world.unprovenMails.add(accepted);
  }
}

function noteReader(process: Process, named: unknown): void {
  const text =
    typeof named === 'string'
      ? named
      : ((named as { subscriberId?: string; editionId?: string } | undefined)?.subscriberId ??
        (named as { editionId?: string } | undefined)?.editionId ??
        '');
  const [id] = /^[0-9a-f]{16}/.exec(text) ?? [];
  if (id !== undefined) process.subscriberId = id;
}
