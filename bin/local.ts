import { Command, InvalidArgumentError } from 'commander';
import { UserError } from '../lib/errors.ts';
import { enterCallersFolder } from './callers-folder.ts';
import { keepCompiled } from './keep-compiled.ts';
import { runCommand, terminal } from './run-command.ts';

interface LocalOptions {
  demo?: boolean;
  once?: boolean;
  json?: boolean;
  fresh?: boolean;
  signUp?: boolean;
  data?: string;
  port?: number;
  newsroomPort?: number;
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new InvalidArgumentError('give a port from 1 to 65535.');
}

keepCompiled();
const ownPath = enterCallersFolder('start', 'demo');

const program = new Command('vigil-local')
  .description('Runs Vigil on this machine, on embedded AWS: no account, no Docker.')
  .option('--demo', 'on the sample newsroom instead of the real feed list')
  .option('--once', 'end after one pass (with --demo)')
  .option('--json', 'print the summary of the pass as JSON (with --demo)')
  .option('--fresh', 'delete the data of earlier runs first')
  .option('--sign-up', 'the page takes sign-ups at /sign-up; the mails lie on the mail page (without --demo)')
  .option('--data <dir>', 'where the data lies (default: .vigil/main, with --demo .vigil/demo)')
  .option('--port <number>', 'port of the page (default: 8080, with --demo 8081)', port)
  .option('--newsroom-port <number>', 'port of the sample newsroom (default: 8321 where it is free)', port)
  .action(async (options: LocalOptions) => {
    if (options.demo && options.signUp) {
      throw new UserError('--sign-up needs the stages to go on running: leave --demo out', 2);
    }
    if (options.demo) {
      const { runDemo } = await import('../lib/local/run-demo.ts');
      await runDemo(
        { ...options, dataDir: options.data ?? ownPath('.vigil/demo'), port: options.port ?? 8081 },
        terminal,
      );
      return;
    }
    if (options.once || options.json) {
      throw new UserError(
        '--once and --json go with --demo; one pass over the real list is "npm run vigil -- run --once"',
        2,
      );
    }
    const { runLive } = await import('../lib/local/run-live.ts');
    await runLive(
      {
        fresh: options.fresh,
        dataDir: options.data ?? ownPath('.vigil/main'),
        port: options.port ?? 8080,
        isSignUpOpen: options.signUp,
      },
      terminal,
    );
  });

await runCommand(program);
