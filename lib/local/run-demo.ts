import { resolve } from 'node:path';
import type { CommandIo } from '../cli/command-io.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { dayBefore } from '../coverage/days.ts';
import { UserError } from '../errors.ts';
import { processServices, type Services } from '../services.ts';
import { type Instance, openInstance } from './instance.ts';
import { logToFile } from './log-file.ts';
import type { Newsroom } from './newsroom/newsroom-server.ts';
import { openNewsroom } from './open-newsroom.ts';
import { markCalendar, prepareDemo } from './prepare-demo.ts';
import { printSummary } from './print-summary.ts';
import { createProgressDisplay } from './progress.ts';
import { servePage } from './serve-page.ts';
import { createStageRunner } from './stage-runner.ts';
import { stopSignal, untilAborted } from './stop-signal.ts';
import { readTrustedOrigins, trustOrigin } from './trusted-origins.ts';
import { writeDigest } from './write-digest.ts';

export interface DemoOptions {
  dataDir: string;
  fresh?: boolean | undefined;
  /** Ends after the pass; the page is not served then. */
  once?: boolean | undefined;
  json?: boolean | undefined;
  port: number;
  /** Absent for the one that the data folder knows. */
  newsroomPort?: number | undefined;
}

const TRY_NEXT = 'Try: npm run vigil -- --demo query --language fa';

/** The whole way on invented outlets: feeds in, coverage out, a digest to read, a page to open. */
export async function runDemo(options: DemoOptions, io: CommandIo): Promise<void> {
  const dataDir = resolve(options.dataDir);
  const publicUrl = `http://127.0.0.1:${options.port}`;
  const instance = await openInstance({ dataDir, fresh: options.fresh, publicUrl });
  let newsroom: Newsroom | undefined;
  try {
    if (!instance.isOwner) {
      throw new UserError(
        `the demo runs already on ${dataDir} (process ${instance.pid}): use that one, or stop it first`,
      );
    }
    newsroom = await openNewsroom(dataDir, options.newsroomPort);
    trustOrigin(dataDir, newsroom.url);
    markCalendar(dataDir);
    await pass({ ...options, dataDir }, instance, newsroom, io);
  } finally {
    await newsroom?.close();
    await instance.close();
  }
}

async function pass(options: DemoOptions, instance: Instance, newsroom: Newsroom, io: CommandIo): Promise<void> {
  const logPath = logToFile(options.dataDir);
  const progress = createProgressDisplay(process.stderr, { isSilent: options.json === true });
  const signal = stopSignal(() =>
    io.stderr('\nStopping: what is under way is finished first; Ctrl-C again ends at once.'),
  );
  const runner = await createStageRunner({
    env: { ...instance.env, ALLOWED_ORIGINS: readTrustedOrigins(options.dataDir).join(',') },
    onProgress: progress.update,
  });
  const services = processServices();
  // Before the pass: a port that is taken is said at once.
  const page = options.once ? undefined : await servePage(services, options.port);
  try {
    if (!options.json) io.stderr(`Sample newsroom: ${newsroom.feeds.length} outlets on ${newsroom.url}`);
    const isNew = (await services.feedStore.list()).length === 0;
    if (isNew && !options.json) io.stderr(`First the week before: ${newsroom.past.length} articles`);
    await prepareDemo(services, newsroom);
    const summary = await runner.runOnce({ force: true, digests: true, signal });
    progress.end();
    if (signal.aborted) throw new UserError('stopped; what was accepted is kept, start again to go on', 130);
    const digest = await writeDigest(options.dataDir, services);
    const coverage = await findCoverage(services);
    if (options.json) {
      io.stdout(
        JSON.stringify(
          {
            ...summary,
            coverage: countCoverage(coverage),
            digest: digest?.htmlPath,
            subject: digest?.subject,
            log: logPath,
          },
          null,
          2,
        ),
      );
    } else {
      io.stdout(printSummary(summary));
      io.stdout(coverageLine(coverage, services.now()));
      if (digest) io.stdout(`\nDigest “${digest.subject}”\n  ${digest.htmlPath}`);
    }
    if (options.once) {
      if (!options.json) io.stdout(`\n${TRY_NEXT}`);
      return;
    }

    const tell = options.json ? io.stderr : io.stdout;
    tell(`  as mail  ${instance.mailUrl}\nPage\n  ${instance.env.PUBLIC_URL}/?token=${instance.env.PAGE_TOKEN}\n`);
    tell(`${TRY_NEXT}   ·   Ctrl-C ends the demo`);
    await untilAborted(signal);
  } finally {
    progress.end();
    await page?.close();
    await services.close();
  }
}

async function findCoverage({ coverageStore, now }: Services): Promise<Coverage[]> {
  const today = now().toISOString().slice(0, 10);
  return coverageStore.query({ fromDay: dayBefore(today, 30), toDay: today });
}

function countCoverage(coverage: readonly Coverage[]) {
  const relevant = coverage.filter(({ relevance }) => relevance === 'relevant');
  const byLanguage = Object.groupBy(relevant, ({ language }) => language);
  return {
    relevant: relevant.length,
    passingMentions: coverage.length - relevant.length,
    byLanguage: Object.fromEntries(
      Object.entries(byLanguage).map(([language, found]) => [language, found?.length ?? 0]),
    ),
  };
}

function coverageLine(coverage: readonly Coverage[], now: Date): string {
  const { relevant, passingMentions, byLanguage } = countCoverage(coverage);
  const languages = Object.entries(byLanguage).sort((a, b) => b[1] - a[1]);
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
  const before = coverage.filter((one) => one.relevance === 'relevant' && one.recordedAt < yesterday).length;
  const past = before === 0 ? '' : `, ${before} of them from the days before`;
  return `In the table: ${relevant} relevant articles${past} (${languages.map(([language, count]) => `${language} ${count}`).join(', ')}), ${passingMentions} passing mentions`;
}
