import { type StageName, stages } from '../pipeline.ts';
import { ASSUMED } from './assumptions.ts';
import { MEASURED } from './measured-units.ts';
import { DAYS_A_MONTH, type ModelInputs } from './model-inputs.ts';
import { checksOf, relevantOf } from './model-queue-stages.ts';
import type { Usage } from './usage.ts';
import { onProcessorOf, usageOfStage } from './usage-of-stage.ts';

/** What the queues take in one call. */
const MESSAGES_A_CALL = 10;
/** Both schedules fire as often. */
const TICKS = (DAYS_A_MONTH * 1440) / minutesBetween('poll-feeds');
/** A tick with nothing to do, but for its calls. */
const TICK_MILLISECONDS = 20;

export function modelPollFeeds(inputs: ModelInputs): Usage {
  const checks = checksOf(inputs);
  const sends = Math.max(checks / MESSAGES_A_CALL, Math.min(checks, TICKS));
  // Of the active feeds and of those that are gone, a query each.
  const queries = TICKS * 2;
  return usageOfStage(
    'poll-feeds',
    {
      invocations: TICKS,
      milliseconds: TICKS * TICK_MILLISECONDS + (sends + queries) * ASSUMED.callMilliseconds,
    },
    {
      scheduledStarts: TICKS,
      readUnits: queries * 0.5 + checks * MEASURED.list.readUnitsAFeed,
      fifoRequests: sends,
    },
  );
}

export function modelSendDigests(inputs: ModelInputs): Usage {
  const { readers, feeds } = inputs;
  const { edition, window, look, list } = MEASURED;
  const editions = readers * DAYS_A_MONTH;
  const windows = Math.min(readers, ASSUMED.windowsADay) * DAYS_A_MONTH;
  const looks = TICKS * readers * ASSUMED.hoursShare;
  const calls = 2 * TICKS + looks + editions * 12;
  const lists = feeds * list.readUnitsAFeed + recordsOfTwoDays(inputs) * list.readUnitsARecord;
  return usageOfStage(
    'send-digests',
    {
      invocations: TICKS,
      milliseconds:
        TICKS * TICK_MILLISECONDS +
        calls * ASSUMED.callMilliseconds +
        onProcessorOf('send-digests', editions * edition.cpuMilliseconds),
    },
    {
      scheduledStarts: TICKS,
      // At each tick the list of readers, and of what has to be confirmed.
      readUnits:
        2 * TICKS + looks * look.readUnits + editions * edition.readUnits + windows * (window.readUnits + lists),
      writeUnits: editions * edition.writeUnits,
      objectPuts: editions * edition.objectPuts,
      objectGets: editions * edition.objectGets,
      objectBytes: editions * edition.objectBytes,
      mails: editions,
      mailBytes: editions * edition.objectBytes,
    },
  );
}

export function modelMailEvents({ readers }: ModelInputs): Usage {
  const events = readers * DAYS_A_MONTH * ASSUMED.eventsAMail;
  return usageOfStage(
    'mail-events',
    { invocations: events, milliseconds: events * (TICK_MILLISECONDS + 2 * ASSUMED.callMilliseconds) },
    { standardRequests: events * 2, readUnits: events, writeUnits: events * 2 },
  );
}

export function modelWeb(inputs: ModelInputs): Usage {
  const views = inputs.pageViewsADay * DAYS_A_MONTH;
  const { page, list } = MEASURED;
  const records = recordsOfTwoDays(inputs);
  const milliseconds =
    onProcessorOf('web', page.cpuMilliseconds) +
    2 * ASSUMED.callMilliseconds +
    inputs.coldShare * ASSUMED.coldMilliseconds;
  return usageOfStage(
    'web',
    { invocations: views, milliseconds: views * milliseconds },
    {
      pageRequests: views,
      // Whose session it is, and the list.
      readUnits: views * (2 + records * list.readUnitsARecord),
      bytesSent: views * (page.bytes + records * page.bytesARecord),
    },
  );
}

/** The page shows two days, and a digest's window lies in two. */
const recordsOfTwoDays = (inputs: ModelInputs): number => (relevantOf(inputs) / DAYS_A_MONTH) * 2;

function minutesBetween(name: StageName): number {
  const trigger = stages.find((stage) => stage.name === name)?.trigger;
  return trigger?.kind === 'schedule' ? trigger.everyMinutes : Number.POSITIVE_INFINITY;
}
