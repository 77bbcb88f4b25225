export interface AlarmShape {
  /** One sentence of the mail. */
  says: string;
  /** The alarm rings from here on; below it where `falls`. */
  threshold: number;
  /** Rings when the figure is below the threshold, or absent. */
  falls?: true;
  /** How many periods in a row; 1 where it is not given. */
  periods?: number;
}

/** What the stack rings for. Each kind has its row in docs/runbook.md. */
export const alarmKinds = {
  'queue-age': { says: 'Messages wait too long in a queue', threshold: 3600 },
  'dead-letters': { says: 'Messages were given up after several tries', threshold: 1 },
  errors: { says: 'A function failed', threshold: 1 },
  throttles: { says: 'AWS would not start a function', threshold: 1 },
  'time-outs': { says: 'A function took 95 % of its time or more', threshold: 0 },
  'silent-pipeline': { says: 'No feed was read for three hours', threshold: 1, falls: true, periods: 3 },
  'digest-late': { says: 'A digest has no end an hour after it was due', threshold: 1 },
  'digests-idle': { says: 'Nobody looked for due digests for half an hour', threshold: 1, falls: true },
  'mail-unknown': { says: 'A digest may or may not have been sent', threshold: 1 },
  'mail-not-sent': { says: 'A digest was not sent', threshold: 1 },
  'given-up': { says: 'A message can never be processed', threshold: 1 },
  'page-errors': { says: 'The page fails', threshold: 3 },
  bounces: { says: 'Two mails of a hundred bounce', threshold: 0.02 },
  complaints: { says: 'Five mails of ten thousand are called spam', threshold: 0.0005 },
} as const satisfies Record<string, AlarmShape>;

export type AlarmKind = keyof typeof alarmKinds;
