import type { CommandIo } from '../../lib/cli/command-io.ts';

/** What a command wrote, text by text. */
export function recordedIo(): CommandIo & { out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  return { out, err, stdout: (text) => out.push(text), stderr: (text) => err.push(text) };
}
