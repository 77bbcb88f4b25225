import { z } from 'zod';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { manifestOf } from '../digest/manifest.ts';
import { UserError } from '../errors.ts';
import { type ArchiveObjects, isTrueToName } from '../records/archive-objects.ts';
import type { CommandIo } from './command-io.ts';

export interface DigestVerifyOptions {
  /** The window as the digest gives it: [from, to), ISO 8601. */
  from: string;
  to: string;
  /** What the digest gives; without it the seal is only computed. */
  seal?: string | undefined;
  /** Also reads every object that the seal covers. */
  archive?: boolean | undefined;
  json?: boolean | undefined;
}

export interface DigestVerifyNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
  archiveObjects: Pick<ArchiveObjects, 'get'>;
  signal: AbortSignal;
}

const Instant = z.iso.datetime({ offset: true });

function readInstant(name: string, value: string): string {
  if (Instant.safeParse(value).success) return new Date(value).toISOString();
  throw new UserError(`${name} ${value}: write a time as the digest gives it, for example 2026-08-28T05:00:00Z`, 2);
}

/**
 * Computes the seal of a window again, and reads the archive's objects against their names.
 *
 * @throws UserError when the seal is another, or an object is missing or changed
 */
export async function digestVerifyCommand(
  options: DigestVerifyOptions,
  { coverageStore, archiveObjects, signal }: DigestVerifyNeeds,
  io: CommandIo,
): Promise<void> {
  const [from, to] = [readInstant('--from', options.from), readInstant('--to', options.to)];
  if (from > to) throw new UserError(`--from ${options.from} is after --to ${options.to}; swap the two times`, 2);
  if (options.seal !== undefined && !/^[0-9a-f]{64}$/i.test(options.seal))
    throw new UserError('--seal: give the 64 hex digits at the foot of the digest', 2);
  const recorded = await coverageStore.listRecorded(from, to);
  const { sha256, articles } = manifestOf(recorded);
  const isSame = options.seal === undefined ? undefined : options.seal.toLowerCase() === sha256;

  const keys = recorded.flatMap(({ articleKey, pageKey }) =>
    pageKey === undefined ? [articleKey] : [articleKey, pageKey],
  );
  const wanted = options.archive ? [...new Set(keys)].sort() : [];
  const damaged: string[] = [];
  for (const key of wanted) {
    if (signal.aborted) throw new UserError('stopped; nothing was changed', 130);
    const bytes = await archiveObjects.get(key);
    if (bytes === undefined || !isTrueToName(key, bytes))
      damaged.push(`${key}: ${bytes === undefined ? 'missing' : 'changed'}`);
  }

  const objects = options.archive ? wanted.length : undefined;
  if (options.json) io.stdout(JSON.stringify({ from, to, sha256, articles, isSame, objects, damaged }, null, 2));
  else io.stdout(sha256);
  if (isSame === false)
    throw new UserError(
      `the seal is another than ${options.seal}: records of this window were added, removed or changed since; "vigil query" shows them, and a backup of the day can be compared`,
    );
  if (damaged.length > 0)
    throw new UserError(
      `the archive does not hold what it held: ${damaged.slice(0, 5).join('; ')}; restore them from a backup`,
    );
  if (options.json) return;
  io.stderr(
    `${articles} articles recorded from ${from} to ${to}${objects === undefined ? '' : `, ${objects} objects read`}`,
  );
}
