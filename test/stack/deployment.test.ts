import { describe, expect, test } from 'vitest';
import { isReservedAddress, readDeployment } from '../../lib/stack/deployment.ts';
import { cdkJson, synthesise } from './synthesised-stack.ts';

const read = (context: Record<string, unknown>) => readDeployment((key) => context[key]);
const parametersOf = (context: Record<string, unknown>) =>
  Object.entries(synthesise({ context }).toJSON().Parameters as Record<string, { Default?: string }>)
    .filter(([, { Default }]) => Default === undefined)
    .map(([name]) => name);

test('the context names sender and contact', () => {
  const given = { sender: 'digest@monitor.org', contact: 'https://monitor.org/about' };
  expect(read({ ...given, other: 1 })).toEqual(given);
});

test('every value that is missing or wrong is named with the way to give it', () => {
  expect(() => read({})).toThrow(
    'the stack cannot be synthesised: sender: give the From-address of the digest, as -c sender=digest@your-domain; ' +
      'contact: give an address for publishers, as -c contact=mailto:you@your-domain or https://your-domain/monitor',
  );
  expect(() => read({ sender: 'Vigil <digest@monitor.org>', contact: 'mailto:a@monitor.org' })).toThrow(/: sender: /);
  expect(() => read({ sender: 'digest@monitor.org', contact: 'javascript:alert(1)' })).toThrow(/: contact: /);
});

test('the examples of cdk.json synthesise and cannot be deployed', () => {
  expect(read(cdkJson.context)).toEqual({ sender: 'digest@vigil.example', contact: 'mailto:operator@vigil.example' });
  const own = { sender: 'digest@monitor.org', contact: 'mailto:operator@monitor.org' };
  const stop = ['GiveYourOwnSenderAndContactAsContext'];
  expect(parametersOf({})).toEqual(stop);
  expect(parametersOf({ ...own, sender: 'digest@vigil.example' })).toEqual(stop);
  expect(parametersOf({ ...own, contact: 'https://example.org/about' })).toEqual(stop);
  expect(parametersOf(own)).toEqual([]);
});

describe('names that nobody owns', () => {
  test.each(['a@vigil.example', 'mailto:a@Example.COM', 'https://example.net:8443/a', 'https://a.test', 'a@b.invalid'])(
    '%s stands under one',
    (address) => expect(isReservedAddress(address)).toBe(true),
  );
  test.each([
    'a@example.com.de',
    'mailto:example@monitor.org',
    'https://contest.org/test',
    'https://a.org/a.example.b',
  ])('%s does not', (address) => expect(isReservedAddress(address)).toBe(false));
});
