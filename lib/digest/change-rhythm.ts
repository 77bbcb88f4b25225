import type { ReaderSettings, Subscriber } from './subscriber.ts';

const RHYTHM = ['zone', 'hour', 'frequency', 'weekday'] as const;

/** New settings as the list keeps them: with the time, where they change when an edition is due. */
export function changeRhythm(
  reader: ReaderSettings,
  settings: ReaderSettings,
  now: Date,
): ReaderSettings & Pick<Subscriber, 'rhythmAt'> {
  const isOther = RHYTHM.some((name) => settings[name] !== reader[name]);
  return isOther ? { ...settings, rhythmAt: now.toISOString() } : settings;
}
