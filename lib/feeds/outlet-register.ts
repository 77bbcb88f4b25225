import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { Outlet } from './outlet.ts';
import { describeIssues, parseEntries, refuseProblems } from './parse-entries.ts';
import { readJsonFile } from './read-json-file.ts';

/** Who speaks, as persons set it in `config/outlets.json`. */
export interface OutletRegister {
  outlets: readonly Outlet[];
  findById(outletId: string): Outlet | undefined;
  /** The outlet that lists the host or the nearest of its parent domains; a leading "www." does not matter. */
  findByHost(host: string): Outlet | undefined;
}

const Envelope = z.strictObject({
  version: z.literal(1, 'must be 1'),
  outlets: z.array(z.unknown(), 'must be a list of outlets'),
});

/** @throws InvalidInputError when two entries share an id or a host */
export function createOutletRegister(outlets: readonly Outlet[], name = 'outlets'): OutletRegister {
  refuseProblems(name, findRepeats(outlets));
  const byId = new Map(outlets.map((outlet) => [outlet.outletId, outlet]));
  const byHost = new Map(outlets.flatMap((outlet) => outlet.hosts.map((host) => [bareHost(host), outlet] as const)));
  return {
    outlets,
    findById: (outletId) => byId.get(outletId),
    findByHost(host) {
      for (let name = bareHost(host); name !== ''; name = parentOf(name)) {
        const outlet = byHost.get(name);
        if (outlet !== undefined) return outlet;
      }
      return undefined;
    },
  };
}

/**
 * The outlets of a parsed `config/outlets.json`.
 *
 * @throws InvalidInputError naming the file and every broken entry by its place and id
 */
export function parseOutlets(content: unknown, name = 'config/outlets.json'): Outlet[] {
  const envelope = Envelope.safeParse(content);
  if (!envelope.success) throw new InvalidInputError(`${name}: ${describeIssues(envelope.error)}`);
  const { valid, problems } = parseEntries(envelope.data.outlets, Outlet, 'outletId');
  refuseProblems(name, problems);
  return valid;
}

/** @throws InvalidInputError naming the file and every entry that is broken or repeats an earlier one */
export async function readOutletRegister(path: string | URL): Promise<OutletRegister> {
  const { name, content } = await readJsonFile(path);
  return createOutletRegister(parseOutlets(content, name), name);
}

function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
}

function parentOf(host: string): string {
  const dot = host.indexOf('.');
  return dot === -1 ? '' : host.slice(dot + 1);
}

function findRepeats(outlets: readonly Outlet[]): string[] {
  const places = new Map<string, number>();
  return outlets.flatMap(({ outletId, hosts }, index) =>
    [`the id ${outletId}`, ...hosts.map((host) => `the host ${bareHost(host)}`)].flatMap((key) => {
      const earlier = places.get(key);
      if (earlier === undefined) {
        places.set(key, index);
        return [];
      }
      return [`entry ${index + 1} (${outletId}): ${key} stands in entry ${earlier + 1} already; keep one of the two`];
    }),
  );
}
