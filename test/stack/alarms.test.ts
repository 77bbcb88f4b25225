import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MailOutcome } from '../../lib/digest/mail-outcome.ts';
import type { FeedOutcome } from '../../lib/feeds/feed-check.ts';
import { queues, stages } from '../../lib/pipeline.ts';
import { alarmKinds } from '../../lib/stack/alarm-kinds.ts';
import { environmentOf, render, resourcesOf, synthesise } from './synthesised-stack.ts';

const context = { alarms: 'operator@monitor.org', budget: '20' };
const template = synthesise({ context });
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const namesOf = (kind: string, of: readonly { name: string }[]) => of.map(({ name }) => `Vigil-${kind}-${name}`);
const queueNames = Object.keys(queues).map((name) => ({ name }));

test('every queue, every function, the mails and the page have their alarms', () => {
  const wanted = [
    ...['queue-age', 'dead-letters'].flatMap((kind) => namesOf(kind, queueNames)),
    ...['errors', 'throttles', 'time-outs'].flatMap((kind) => namesOf(kind, stages)),
    ...['silent-pipeline', 'digest-late', 'mail-unknown', 'mail-not-sent', 'given-up'].map((kind) => `Vigil-${kind}`),
    ...['page-errors', 'bounces', 'complaints'].map((kind) => `Vigil-${kind}`),
  ];
  expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(wanted.sort());
});

test('every kind of alarm has its row in the runbook, and its mail names that row', () => {
  const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
  const rows = [...runbook.matchAll(/^\| `([a-z-]+)` \| [^|]{10,} \| [^|]{10,} \|$/gm)].map(([, name]) => name);
  expect(Object.keys(alarmKinds).filter((kind) => !rows.includes(kind))).toEqual([]);
  for (const { AlarmName, AlarmDescription } of alarms) {
    const [, kind = ''] = /docs\/runbook\.md, "([a-z-]+)"\.$/.exec(String(AlarmDescription)) ?? [];
    expect(String(AlarmName).startsWith(`Vigil-${kind}`)).toBe(true);
    expect(rows).toContain(kind);
  }
});

test('every alarm tells the topic, and silence rings only where something must come again and again', () => {
  expect(new Set(alarms.map(({ AlarmActions }) => (AlarmActions as unknown[]).map(render).join()))).toEqual(
    new Set(['AlarmTopic']),
  );
  const ringing = alarms.filter(({ TreatMissingData }) => TreatMissingData !== 'notBreaching');
  expect(
    ringing.map((alarm) => [
      alarm.AlarmName,
      alarm.TreatMissingData,
      alarm.ComparisonOperator,
      alarm.Threshold,
      alarm.EvaluationPeriods,
    ]),
  ).toEqual([
    ['Vigil-digest-late', 'breaching', 'LessThanThreshold', 1, 1],
    ['Vigil-silent-pipeline', 'breaching', 'LessThanThreshold', 1, 3],
  ]);
});

interface MetricQuery {
  Expression?: string;
  MetricStat?: { Period: number; Metric: { Namespace: string; MetricName: string; Dimensions: Dimension[] } };
}
interface Dimension {
  Name: string;
  Value: string;
}

test('outcomes are watched under the name by which the functions count them', () => {
  const read = ['read', 'unchanged'] satisfies FeedOutcome[];
  const unsent = ['failed', 'expired', 'fault'] satisfies MailOutcome['outcome'][];
  const unknown = 'unknown' satisfies MailOutcome['outcome'];
  const namespace = environmentOf(template, 'fetch-feed').METRICS_NAMESPACE;
  const watched = alarms.flatMap(({ AlarmName, Metrics = [] }) => {
    const stats = (Metrics as MetricQuery[]).flatMap(({ MetricStat }) => MetricStat ?? []);
    const ends = stats.map(({ Metric }) => {
      expect([Metric.Namespace, Metric.MetricName]).toEqual([namespace, 'outcomes']);
      expect(Metric.Dimensions.map(({ Name }) => Name).sort()).toEqual(['outcome', 'stage']);
      const dimension = (name: string) => Metric.Dimensions.find(({ Name }) => Name === name)?.Value;
      return `${dimension('stage')} ${dimension('outcome')}`;
    });
    return ends.length > 0 ? [[String(AlarmName), ends]] : [];
  });
  expect(namespace).toBe('Vigil/Vigil');
  expect(Object.fromEntries(watched)).toEqual({
    'Vigil-silent-pipeline': read.map((end) => `fetch-feed ${end}`),
    'Vigil-mail-unknown': [`mail ${unknown}`],
    'Vigil-mail-not-sent': unsent.map((end) => `mail ${end}`),
    'Vigil-given-up': ['fetch-feed given-up', 'read-article given-up'],
  });
});

test('a time-out is seen before the function is killed', () => {
  const thresholds = alarms
    .filter(({ AlarmName }) => String(AlarmName).startsWith('Vigil-time-outs-'))
    .map(({ AlarmName, Threshold }) => [String(AlarmName).slice('Vigil-time-outs-'.length), Threshold]);
  expect(Object.fromEntries(thresholds)).toEqual(
    Object.fromEntries(stages.map(({ name, timeoutSeconds }) => [name, timeoutSeconds * 950])),
  );
});

describe('the topic', () => {
  test('lets alarms and budgets of this account publish, over TLS only', () => {
    const policies = resourcesOf(template, 'AWS::SNS::TopicPolicy').flatMap(({ Properties }) => {
      return (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement;
    });
    expect(policies.map(({ Effect, Principal, Condition }) => [Effect, Principal, Condition])).toEqual([
      ['Deny', '*', { Bool: { 'aws:SecureTransport': 'false' } }],
      [
        'Allow',
        { Service: ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'] },
        { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      ],
    ]);
  });

  test('mails the address that the operator gave, and nobody when there is none', () => {
    const endpoints = (made: typeof template) =>
      resourcesOf(made, 'AWS::SNS::Subscription').map(({ Properties }) => [Properties.Protocol, Properties.Endpoint]);
    expect(endpoints(template)).toEqual([['email', 'operator@monitor.org']]);
    expect(endpoints(synthesise())).toEqual([]);
    expect(() => synthesise({ context: { alarms: 'nobody' } })).toThrow(/alarms: give one mail address/);
  });

  test('hears of the budget, when there is one', () => {
    const [budget] = resourcesOf(template, 'AWS::Budgets::Budget');
    expect(budget?.Properties.Budget).toMatchObject({ BudgetLimit: { Amount: 20, Unit: 'USD' }, TimeUnit: 'MONTHLY' });
    const notified = budget?.Properties.NotificationsWithSubscribers as { Subscribers: { Address: unknown }[] }[];
    expect(notified.map(({ Subscribers }) => Subscribers.map(({ Address }) => render(Address)))).toEqual([
      ['AlarmTopic'],
      ['AlarmTopic'],
    ]);
    expect(resourcesOf(synthesise(), 'AWS::Budgets::Budget')).toEqual([]);
    expect(() => synthesise({ context: { budget: 'little' } })).toThrow(/budget: give US dollars a month/);
  });
});

test('the dashboard shows the ends, the queues, the functions and the alarms', () => {
  const [dashboard] = resourcesOf(template, 'AWS::CloudWatch::Dashboard');
  const body = render(dashboard?.Properties.DashboardBody);
  const { widgets } = JSON.parse(body) as { widgets: { type: string; properties: { title: string } }[] };
  expect([dashboard?.Properties.DashboardName, ...widgets.map(({ properties }) => properties.title)]).toEqual([
    'Vigil',
    'Alarms',
    'Ends of feeds',
    'Ends of items',
    'Ends of mails',
    'Waiting messages',
    'Oldest message, seconds',
    'Dead letters',
    'Errors',
    'Throttles',
    'Longest run, milliseconds',
    'Page',
    'Bounces and complaints, share',
  ]);
  expect(body).toContain(`SEARCH('{Vigil/Vigil,stage,outcome} MetricName=\\"outcomes\\" stage=\\"item\\"'`);
});
