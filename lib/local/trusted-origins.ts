import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { writeFileWhole } from './write-file-whole.ts';

const TrustedOrigins = z.array(z.url({ protocol: /^https?$/ }));

const fileOf = (dataDir: string): string => join(dataDir, 'allowed-origins.json');

/**
 * Exact origins of this machine that the fetcher may reach, in the order in which they were added.
 *
 * @throws UserError when the file is broken
 */
export function readTrustedOrigins(dataDir: string): string[] {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), 'utf8');
  } catch {
    return [];
  }
  try {
    return TrustedOrigins.parse(JSON.parse(text)).map((url) => new URL(url).origin);
  } catch (error) {
    throw new UserError(
      `${fileOf(dataDir)} is broken: correct it (a JSON list of origins) or delete it, then start again`,
      1,
      { cause: error },
    );
  }
}

/**
 * Lets the local fetcher reach a server of this machine. Addresses elsewhere need no trust and change nothing; a
 * process that runs already reads the list when it starts again.
 *
 * @returns the origin that was added, undefined when nothing had to change
 */
export function trustOrigin(dataDir: string, url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || !isLoopback(parsed.hostname)) return undefined;
  const known = readTrustedOrigins(dataDir);
  if (known.includes(parsed.origin)) return undefined;
  writeFileWhole(fileOf(dataDir), `${JSON.stringify([...known, parsed.origin], null, 2)}\n`);
  return parsed.origin;
}

function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost') return true;
  const address = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
