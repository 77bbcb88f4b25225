import { afterEach, expect, test, vi } from 'vitest';
import { type LogSink, log, onOutcome, setLogSink } from '../lib/log.ts';

afterEach(() => setLogSink());

function record() {
  const lines: Parameters<LogSink>[0][] = [];
  setLogSink((line) => lines.push(line));
  return lines;
}
const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

test('a line has its level, its words, its time and its fields', () => {
  const lines = record();
  log.info('one', { feedId: 'a' });
  log.warn('two');
  log.error('three', { error: 'x' });
  expect(lines).toEqual([
    { level: 'info', message: 'one', at, feedId: 'a' },
    { level: 'warn', message: 'two', at },
    { level: 'error', message: 'three', at, error: 'x' },
  ]);
});

test('an outcome is one line, and told once to everyone who listens', () => {
  const lines = record();
  const heard: unknown[] = [];
  const stops = [onOutcome((outcome) => heard.push(outcome)), onOutcome(({ outcome }) => heard.push(outcome))];
  const end = { stage: 'item', outcome: 'recorded', articleId: 'a', feedId: 'f' };
  log.outcome(end);
  for (const stop of stops) stop();
  log.outcome({ stage: 'item', outcome: 'off-topic' });
  expect(heard).toEqual([end, 'recorded']);
  expect(lines[0]).toEqual({ level: 'info', message: 'outcome', at, ...end });
  expect(lines.length).toBe(2);
});

test('unless told otherwise each line is one line of JSON on stdout, whatever it holds', () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  log.info('first\nsecond', { reason: '{"level":"error"}\r\n\u2028' });
  const [line] = printed.mock.calls[0] as [string];
  printed.mockRestore();
  expect(line).not.toMatch(/[\r\n]/);
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    message: 'first\nsecond',
    at,
    reason: '{"level":"error"}\r\n\u2028',
  });
});
