import type { Fault } from './fault.ts';
import type { PortCall, Process } from './process.ts';
import type { World } from './world.ts';

const STALL_SECONDS = 240;
const ARCHIVE_AWAY_SECONDS = 70 * 60;
const RENDER_BROKEN_SECONDS = 20 * 3600;
const NOON_MILLISECONDS = 12 * 3_600_000;
const DAY_MILLISECONDS = 86_400_000;

interface Struck {
  world: World;
  process: Process;
  /** Of the port call. */
  number: number;
}

/** From the claim to its end nobody but SES knows what became of the mail. */
function breakClaim({ world, process }: Struck): void {
  if (process.claim) world.brokenClaims.add(process.claim.editionId);
}

/** Lets a fault happen at a call of a process. @throws what the process sees of it */
export async function strike({ kind, moment }: Fault, { name }: PortCall, struck: Struck): Promise<void> {
  const { world, process, number } = struck;
  const { clock } = world;
  world.troubleUntil = Math.max(world.troubleUntil, clock.now);
  switch (kind) {
    case 'crash':
      breakClaim(struck);
      process.isGone = true;
      throw new Error(`gone at call ${number}, ${name}`);
    case 'time-out':
      breakClaim(struck);
      throw new Error(`timed out at call ${number}, ${name}`);
    case 'second run':
      await world.advanceTo(clock.now + 5000);
      await world.runTick();
      return;
    case 'stall':
      await world.advanceTo(clock.now + STALL_SECONDS * 1000);
      await world.runTick();
      return;
    case 'unsubscribe':
    case 'pause': {
      const { subscriberId } = process;
      if (subscriberId === undefined) return;
      const between = number + (moment === 'before' ? -0.5 : 0.5);
      await world.setState(subscriberId, kind === 'pause' ? 'paused' : 'unsubscribed', between);
      if (kind === 'unsubscribe') return;
      const at = Math.floor(clock.now / DAY_MILLISECONDS) * DAY_MILLISECONDS + NOON_MILLISECONDS;
      world.agenda.push({ at, act: () => world.setState(subscriberId, 'active', world.calls.length + 0.5) });
      return;
    }
    case 'unsubscribe and crash':
    case 'removal and crash': {
      const { subscriberId } = process;
      if (subscriberId === undefined) return;
      if (kind === 'removal and crash') await world.remove(subscriberId, number - 0.5);
      else await world.setState(subscriberId, 'unsubscribed', number - 0.5);
      breakClaim(struck);
      process.isGone = true;
      throw new Error(`gone at call ${number}, ${name}`);
    }
    case 'refusal':
      world.refusalsLeft = 1;
      return;
    case 'three refusals':
      world.refusalsLeft = 3;
      return;
    case 'refusal for good':
      world.isRefusedForGood = true;
      return;
    case 'archive away':
      world.archiveAwayUntil = clock.now + ARCHIVE_AWAY_SECONDS * 1000;
      world.troubleUntil = world.archiveAwayUntil;
      return;
    case 'render broken':
      world.renderBrokenUntil = clock.now + RENDER_BROKEN_SECONDS * 1000;
      world.troubleUntil = world.renderBrokenUntil;
      process.isGone = true;
      throw new Error('whatever renders, dies');
  }
}
