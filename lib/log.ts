/** One end of one item, feed, edition or mail. `count` stands for several equal ends reported at once. */
export interface Outcome {
  stage: string;
  outcome: string;
  count?: number;
  /** What a person needs to understand the end; never a query string, a token or a mail address. */
  reason?: string | undefined;
  feedId?: string | undefined;
  articleId?: string | undefined;
  editionId?: string | undefined;
}

export type LogFields = Record<string, unknown>;
export type LogSink = (line: { level: 'info' | 'warn' | 'error'; message: string; at: string } & LogFields) => void;

const printJson: LogSink = (line) => console.log(JSON.stringify(line));
let sink: LogSink = printJson;
const listeners = new Set<(outcome: Outcome) => void>();
const lineListeners = new Set<(message: string, fields: LogFields) => void>();

/** Sends log lines elsewhere; the deployed functions keep the default, one JSON line on stdout. */
export function setLogSink(next: LogSink = printJson): void {
  sink = next;
}

/** Calls the listener for every outcome counted in this process, until the returned function is called. */
export function onOutcome(listener: (outcome: Outcome) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls the listener for every line written in this process, until the returned function is called. */
export function onLine(listener: (message: string, fields: LogFields) => void): () => void {
  lineListeners.add(listener);
  return () => lineListeners.delete(listener);
}

function write(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  sink({ level, message, at: new Date().toISOString(), ...fields });
  for (const listener of lineListeners) listener(message, fields);
}

export const log = {
  info: (message: string, fields: LogFields = {}) => write('info', message, fields),
  warn: (message: string, fields: LogFields = {}) => write('warn', message, fields),
  error: (message: string, fields: LogFields = {}) => write('error', message, fields),
  /** Counts one end. Every item, feed and mail reaches this exactly once. */
  outcome(outcome: Outcome): void {
    write('info', 'outcome', { ...outcome });
    for (const listener of listeners) listener(outcome);
  },
};
