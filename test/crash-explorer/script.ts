import type { Coverage } from '../../lib/coverage/coverage.ts';
import { newConfirmation } from '../../lib/digest/ask-confirmation.ts';
import type { Confirmation } from '../../lib/digest/confirmation.ts';
import { defaultSettings, type Subscriber } from '../../lib/digest/subscriber.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';

/** A record, and when the index begins to show it; both in epoch milliseconds and within what a window settles. */
interface Arrival {
  record: Coverage;
  visibleAt: number;
}

/** What happens in every life, whatever breaks in it. */
export interface Script {
  readers: readonly Subscriber[];
  /** Somebody who asked on the page to receive the digest, and never presses the button. */
  asked: Confirmation;
  arrivals: readonly Arrival[];
  /** Epoch milliseconds, ascending. */
  ticks: readonly number[];
  /** Nothing is broken on purpose from here on: what was carried on has its time to arrive. */
  calmFrom: number;
}

const day = (date: number) => `2026-08-${String(date).padStart(2, '0')}`;
const at = (date: number, time: string) => Date.parse(`${day(date)}T${time}Z`);

/**
 * 29 August 2026 is a Saturday. Due in UTC: Paris 05:00; Los Angeles 06:00, an hour before its midnight; the weekly one
 * on the Saturday at 06:00; the instant one when there is news.
 */
const READERS: readonly Partial<Subscriber>[] = [
  { zone: 'Europe/Paris', hour: 7 },
  { zone: 'America/Los_Angeles', hour: 23 },
  { zone: 'UTC', hour: 6, frequency: 'weekly', weekday: 6 },
  { zone: 'UTC', hour: 6, frequency: 'instant', quietDay: 'skip' },
];

/** The ticks of a day that can matter: when somebody is due, the next ones, an hour later, and around midnight. */
const MINUTES = ['05:00', '05:05', '05:15', '06:00', '06:05', '06:15', '06:58', '07:00', '07:15'];
/** Of a day on which nothing is broken any more. */
const CALM_MINUTES = ['05:00', '05:15', '06:00', '06:15', '07:00'];

/** Times of recording, and seconds until the index shows it: some while a window settles, some while mails go out. */
const RECORDED: readonly (readonly [time: string, seconds: number])[] = [
  ['04:58:40', 30],
  ['04:59:30', 50],
  ['06:58:20', 55],
  ['13:30:00', 2],
];

/** @param readers of the four, by number  @param days from 28 August on; the last two are calm */
export function writeScript({ readers, days }: { readers: readonly number[]; days: number }): Script {
  const dates = Array.from({ length: days }, (_, index) => 28 + index);
  const calm = 28 + days - 2;
  const settings = { ...defaultSettings, zone: 'UTC', hour: 7, language: 'en' } as const;
  const askedFor = { purpose: 'sign-up', address: 'asking@reader.example', language: 'en', settings } as const;
  return {
    asked: newConfirmation(askedFor, new Date(at(28, '05:02:00')), () => 'c'.repeat(32)),
    readers: readers.map((index) => {
      const subscriberId = `00000000000000a${index}`;
      const addedAt = '2026-08-24T00:00:00.000Z';
      return sampleSubscriber({ subscriberId, address: `reader-${index}@reader.example`, addedAt, ...READERS[index] });
    }),
    arrivals: dates.flatMap((date) => RECORDED.map(([time, seconds]) => arrival(at(date, time), seconds))),
    ticks: dates.flatMap((date) => (date < calm ? MINUTES : CALM_MINUTES).map((time) => at(date, `${time}:00`))),
    calmFrom: at(calm, '00:00:00'),
  };
}

function arrival(recordedAt: number, seconds: number): Arrival {
  const time = new Date(recordedAt).toISOString();
  const name = time.replace(/\D/g, '').slice(0, 14);
  const record = sampleCoverage({
    title: `Report ${name} on the commemoration`,
    outletId: `outlet-${name}.example`,
    outletName: `Outlet ${name}`,
    publishedAt: time,
    recordedAt: time,
    day: time.slice(0, 10),
    recordedDay: time.slice(0, 10),
  });
  return { record, visibleAt: recordedAt + seconds * 1000 };
}
