import { expect, test } from 'vitest';
import { STANDING } from '../../lib/cost/standing-charges.ts';
import { queues, stages, watchedEnds } from '../../lib/pipeline.ts';
import { resourcesOf, synthesise } from './synthesised-stack.ts';

test('what the cost table says stands is what the template makes', () => {
  const template = synthesise();
  const count = (type: string) => resourcesOf(template, type).length;
  const sources = stages.flatMap(({ trigger }) => (trigger.kind === 'queue' ? [queues[trigger.queue].order] : []));
  expect(STANDING).toEqual({
    alarms: count('AWS::CloudWatch::Alarm'),
    metrics: Object.keys(watchedEnds).length,
    dashboards: count('AWS::CloudWatch::Dashboard'),
    secrets: count('AWS::SecretsManager::Secret'),
    fifoSources: sources.filter((order) => order === 'by-host').length,
    standardSources: sources.filter((order) => order === 'none').length,
  });
});
