import { type Command, CommanderError } from 'commander';
import type { CommandIo } from '../lib/cli/command-io.ts';
import { terminalText } from '../lib/cli/terminal-text.ts';
import { PermanentError, UserError } from '../lib/errors.ts';

export const terminal: CommandIo = {
  stdout: (text) => process.stdout.write(`${terminalText(text)}\n`),
  stderr: (text) => process.stderr.write(`${terminalText(text)}\n`),
};

/** Runs a program's arguments; sets the exit code to 0 done, 1 failed, 2 wrong usage. An error is one line on stderr. */
export async function runCommand(program: Command): Promise<void> {
  // A reader such as "head" that has seen enough is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const name = program.name();
  const callNameOf = (command: Command): string =>
    command.parent ? `${callNameOf(command.parent)} ${command.name()}` : command.name();
  for (const command of [program, ...descendants(program)]) {
    command.exitOverride().showHelpAfterError(false).allowExcessArguments(false);
    command.configureOutput({
      outputError: (text, write) =>
        write(`${name}: ${text.replace(/^error: /, '').trim()}; see "${callNameOf(command)} --help"\n`),
    });
  }
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error, name);
  }
}

function descendants(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}

function exitCodeOf(error: unknown, name: string): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UserError) {
    terminal.stderr(`${name}: ${message}`);
    return error.exitCode;
  }
  // A configuration file that is no JSON fails where it is imported; Node's message names the file and the place.
  const isBrokenFile = error instanceof SyntaxError && /\.json: /.test(message);
  const line = isBrokenFile ? `${message}; correct the file` : `unexpected fault: ${message}`;
  terminal.stderr(`${name}: ${error instanceof PermanentError ? message : line}`);
  if (process.env.VIGIL_DEBUG && error instanceof Error) terminal.stderr(error.stack ?? '');
  return 1;
}
