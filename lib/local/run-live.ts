import { resolve } from 'node:path';
import type { CommandIo } from '../cli/command-io.ts';
import { UserError } from '../errors.ts';
import { readFeedList } from '../feeds/feed-list.ts';
import { newFeed } from '../feeds/new-feed.ts';
import { processServices, type Services } from '../services.ts';
import { openInstance } from './instance.ts';
import { logToFile } from './log-file.ts';
import { offerPasses } from './pass-server.ts';
import { reportRounds } from './report-rounds.ts';
import { servePage } from './serve-page.ts';
import { createStageRunner } from './stage-runner.ts';
import { stopSignal, untilAborted } from './stop-signal.ts';

export interface LiveOptions {
  dataDir: string;
  fresh?: boolean | undefined;
  port: number;
  /** The page has a sign-up, for whoever is at this machine. */
  isSignUpOpen?: boolean | undefined;
}

const FEED_LIST = new URL('../../config/feeds.json', import.meta.url);

/** Runs every stage by its own trigger on the real feed list until it is stopped, and serves the page. */
export async function runLive(options: LiveOptions, io: CommandIo): Promise<void> {
  const dataDir = resolve(options.dataDir);
  const publicUrl = `http://127.0.0.1:${options.port}`;
  const instance = await openInstance({
    dataDir,
    fresh: options.fresh,
    publicUrl,
    isSignUpOpen: options.isSignUpOpen,
  });
  try {
    if (!instance.isOwner)
      throw new UserError(`Vigil runs already on ${dataDir} (process ${instance.pid}): use that one, or stop it first`);
    const logPath = logToFile(dataDir);
    const runner = await createStageRunner({ env: instance.env });
    const services = processServices();
    const added = await fillFeedList(services);
    const page = await servePage(services, options.port);
    if (added > 0) io.stdout(`Feed list: ${added} feeds taken from config/feeds.json`);
    if (options.isSignUpOpen) io.stdout(`Sign-up ${publicUrl}/sign-up`);
    io.stdout(
      `Page   ${publicUrl}/?token=${instance.env.PAGE_TOKEN}\nMails  ${instance.mailUrl}\nLog    ${logPath}\nCtrl-C stops; what is in the queues is kept.`,
    );

    const stopReporting = reportRounds(io);
    const signal = stopSignal(() =>
      io.stderr('\nStopping: what is under way is finished first; Ctrl-C again ends at once.'),
    );
    runner.start();
    const passes = await offerPasses(instance, runner);
    await untilAborted(signal);
    stopReporting();
    const left = await runner.stop();
    if (left > 0) io.stderr(`${left} readings were left; they are done again at the next start.`);
    await passes.close();
    await page.close();
    await services.close();
  } finally {
    await instance.close();
  }
}

/** The starting list goes in once; afterwards the table is the list. @returns how many were added */
async function fillFeedList({ feedStore, now }: Services): Promise<number> {
  if ((await feedStore.list()).length > 0) return 0;
  const feeds = await readFeedList(FEED_LIST);
  for (const settings of feeds) await feedStore.add(newFeed(settings, now()));
  return feeds.length;
}
