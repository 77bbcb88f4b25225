import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../lib/errors.ts';
import type { Outlet } from '../../lib/feeds/outlet.ts';
import { createOutletRegister, parseOutlets, readOutletRegister } from '../../lib/feeds/outlet-register.ts';
import { robotsExceptionOf } from '../../lib/feeds/robots-exception.ts';

function outlet(outletId: string, hosts: string[], relation: Outlet['relation'] = 'independent'): Outlet {
  return { outletId, name: outletId, hosts, relation, reason: 'A sample outlet.', reviewedOn: '2026-11-23' };
}

const voice = outlet('voice.example', ['voice.example', 'voice.example.net']);
const persian = outlet('fa.voice.example', ['fa.voice.example'], 'exile');

describe('createOutletRegister', () => {
  const register = createOutletRegister([voice, persian]);

  it('finds an outlet by its id', () => {
    expect(register.findById('fa.voice.example')).toEqual(persian);
    expect(register.findById('other.example')).toBeUndefined();
  });

  it.each([
    ['voice.example', voice],
    ['www.voice.example', voice],
    ['News.Voice.Example', voice],
    ['voice.example.', voice],
    ['voice.example.net', voice],
    ['fa.voice.example', persian],
    ['www.fa.voice.example', persian],
    ['rss.fa.voice.example', persian],
    ['myvoice.example', undefined],
    ['example', undefined],
    ['', undefined],
  ])('gives the host %s to the outlet with the longest matching host', (host, expected) => {
    expect(register.findByHost(host)).toEqual(expected);
  });

  it('says why robots.txt of a host is not asked, with the day, and nothing for others', () => {
    const robots = { obey: false as const, reason: 'The outlet agreed by letter.', date: '2026-11-20' };
    const agreed = createOutletRegister([{ ...voice, robots }, persian]);
    expect(robotsExceptionOf('www.voice.example', agreed)).toBe(
      'robots.txt not asked, as the operator decided on 2026-11-20: The outlet agreed by letter.',
    );
    expect(robotsExceptionOf('fa.voice.example', agreed)).toBeUndefined();
    expect(robotsExceptionOf('other.example', agreed)).toBeUndefined();
  });

  it.each([
    ['without a reason', { obey: false, date: '2026-11-20' }],
    ['without a day', { obey: false, reason: 'The outlet agreed by letter.' }],
    ['that only says to obey', { obey: true, reason: 'The outlet agreed by letter.', date: '2026-11-20' }],
  ])('refuses a decision on robots.txt %s', (_, robots) => {
    expect(() => parseOutlets({ version: 1, outlets: [{ ...voice, robots }] })).toThrow(
      /entry 1 \(voice.example\): robots\./,
    );
  });

  it('refuses an id or a host that two entries share', () => {
    const again = outlet('voice.example', ['other.example']);
    const sameHost = outlet('third.example', ['third.example', 'www.voice.example']);
    expect(() => createOutletRegister([voice, again, sameHost])).toThrow(
      new InvalidInputError(
        'outlets: entry 2 (voice.example): the id voice.example stands in entry 1 already; keep one of the two; ' +
          'entry 3 (third.example): the host voice.example stands in entry 1 already; keep one of the two',
      ),
    );
  });
});

describe('parseOutlets', () => {
  it('names each broken entry by its place and id', () => {
    const content = {
      version: 1,
      outlets: [voice, { ...persian, hosts: ['https://fa.voice.example'] }, { ...persian, reason: 'why' }],
    };
    expect(() => parseOutlets(content)).toThrow(
      new InvalidInputError(
        'config/outlets.json: entry 2 (fa.voice.example): hosts.0: a host name in lower case, without a scheme; ' +
          'entry 3 (fa.voice.example): reason: say in a sentence why this outlet has this relation',
      ),
    );
  });

  it('refuses what is not a list of outlets', () => {
    expect(() => parseOutlets([])).toThrow(InvalidInputError);
    expect(() => parseOutlets({ version: 1 })).toThrow('config/outlets.json: outlets: must be a list of outlets');
  });
});

describe('readOutletRegister', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outlet-register-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('names the file in which entries repeat each other', async () => {
    const path = join(folder, 'outlets.json');
    await writeFile(path, JSON.stringify({ version: 1, outlets: [voice, voice] }));
    await expect(readOutletRegister(path)).rejects.toThrow(`${path}: entry 2 (voice.example): the id voice.example`);
  });

  it('reads the shipped register, whose outlets answer to their own hosts', async () => {
    const register = await readOutletRegister(new URL('../../config/outlets.json', import.meta.url));
    const hosts = register.outlets.flatMap(({ outletId, hosts }) => hosts.map((host) => ({ outletId, host })));
    expect(hosts.length).toBeGreaterThanOrEqual(140);
    expect(hosts.map(({ host }) => ({ outletId: register.findByHost(`www.${host}`)?.outletId, host }))).toEqual(hosts);
  });
});
