import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MailOutcome } from '../../lib/digest/mail-outcome.ts';
import type { MailEventOutcome } from '../../lib/digest/record-mail-event.ts';
import type { FeedOutcome } from '../../lib/feeds/feed-check.ts';
import { queues, stages, watchedEnds } from '../../lib/pipeline.ts';
import { alarmKinds } from '../../lib/stack/alarm-kinds.ts';
import { environmentOf, render, resourcesOf, synthesise } from './synthesised-stack.ts';

const template = synthesise({ context: { alarms: 'operator@monitor.org', budget: '20' } });
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const namesOf = (kind: string, of: readonly { name: string }[]) => of.map(({ name }) => `Vigil-${kind}-${name}`);
const queueNames = Object.keys(queues).map((name) => ({ name }));

test('every queue, every function, the mails and the page have their alarms', () => {
  const wanted = [
    ...['queue-age', 'dead-letters'].flatMap((kind) => namesOf(kind, queueNames)),
    ...['errors', 'throttles', 'time-outs'].flatMap((kind) => namesOf(kind, stages)),
    'Vigil-dead-letters-schedules',
    ...['silent-pipeline', 'digest-late', 'digests-idle', 'mail-unknown'].map((kind) => `Vigil-${kind}`),
    ...['mail-not-sent', 'given-up', 'page-errors', 'bounces', 'complaints'].map((kind) => `Vigil-${kind}`),
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
    ['Vigil-digests-idle', 'breaching', 'LessThanThreshold', 1, 1],
    ['Vigil-silent-pipeline', 'breaching', 'LessThanThreshold', 1, 3],
  ]);
});

test('every watched end has its alarm, under the name by which the functions count it', () => {
  const namespace = environmentOf(template, 'fetch-feed').METRICS_NAMESPACE;
  const watched = alarms.flatMap(({ AlarmName, Namespace, MetricName, Dimensions, Statistic }) =>
    Namespace === namespace ? [[String(AlarmName), MetricName, Dimensions, Statistic]] : [],
  );
  const counted = (metric: keyof typeof watchedEnds) => [metric, [{ Name: 'service', Value: 'vigil' }], 'Sum'];
  expect(namespace).toBe('Vigil/Vigil');
  expect(watched.sort()).toEqual([
    ['Vigil-digest-late', ...counted('editions-late')],
    ['Vigil-given-up', ...counted('messages-given-up')],
    ['Vigil-mail-not-sent', ...counted('mails-not-sent')],
    ['Vigil-mail-unknown', ...counted('mails-unknown')],
    ['Vigil-silent-pipeline', ...counted('feeds-read')],
  ]);
  expect(watched.map(([, metric]) => metric).sort()).toEqual(Object.keys(watchedEnds).sort());
});

test('what is watched are ends that the stages know', () => {
  const known = [
    ...(['read', 'unchanged'] satisfies FeedOutcome[]).map((end) => `fetch-feed ${end}`),
    ...stages.filter(({ trigger }) => trigger.kind === 'queue').map(({ name }) => `${name} given-up`),
    ...(['unknown', 'failed', 'expired', 'fault'] satisfies MailOutcome['outcome'][]).map((end) => `mail ${end}`),
    ...(['rejected'] satisfies MailEventOutcome[]).map((end) => `mail-event ${end}`),
    'edition late',
  ];
  expect(Object.values(watchedEnds).flat().toSorted()).toEqual(known.toSorted());
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
    const ofAlarms = resourcesOf(template, 'AWS::SNS::TopicPolicy').filter(({ id }) => id.startsWith('AlarmTopic'));
    const policies = ofAlarms.flatMap(({ Properties }) => {
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
      resourcesOf(made, 'AWS::SNS::Subscription').flatMap(({ id, Properties }) =>
        id.startsWith('AlarmTopic') ? [[Properties.Protocol, Properties.Endpoint]] : [],
      );
    expect(endpoints(template)).toEqual([['email', 'operator@monitor.org']]);
    expect(endpoints(synthesise())).toEqual([]);
    expect(() => synthesise({ context: { alarms: 'nobody' } })).toThrow(/alarms: give one mail address/);
  });

  test('hears of the budget, unless the operator wants none', () => {
    const [budget] = resourcesOf(template, 'AWS::Budgets::Budget');
    expect(budget?.Properties.Budget).toMatchObject({ BudgetLimit: { Amount: 20, Unit: 'USD' }, TimeUnit: 'MONTHLY' });
    const notified = budget?.Properties.NotificationsWithSubscribers as { Subscribers: { Address: unknown }[] }[];
    expect(notified.map(({ Subscribers }) => Subscribers.map(({ Address }) => render(Address)))).toEqual([
      ['AlarmTopic'],
      ['AlarmTopic'],
    ]);
    expect(resourcesOf(synthesise(), 'AWS::Budgets::Budget')).toHaveLength(1);
    expect(resourcesOf(synthesise({ context: { budget: '0' } }), 'AWS::Budgets::Budget')).toEqual([]);
    expect(() => synthesise({ context: { budget: 'little' } })).toThrow(/budget: give US dollars a month/);
  });
});

test('the dashboard shows the ends, the queues, the functions and the alarms', () => {
  const [dashboard] = resourcesOf(template, 'AWS::CloudWatch::Dashboard');
  const body = render(dashboard?.Properties.DashboardBody);
  const { widgets } = JSON.parse(body) as { widgets: { type: string; properties: { title: string } }[] };
  // Dashboards are the whole account's: without the region, one stage in two regions would have one between them.
  expect([render(dashboard?.Properties.DashboardName), ...widgets.map(({ properties }) => properties.title)]).toEqual([
    'Vigil-AWS::Region',
    'Alarms',
    'Ends of feeds',
    'Ends of items',
    'Ends of mails',
    'Watched ends',
    'Waiting messages',
    'Oldest message, seconds',
    'Dead letters',
    'Errors',
    'Throttles',
    'Longest run, milliseconds',
    'Page',
    'Bounces and complaints, share',
  ]);
  expect(body).toContain('filter message = \\"outcome\\" and stage = \\"item\\"');
});
