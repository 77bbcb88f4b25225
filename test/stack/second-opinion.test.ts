import { expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { readDeployment } from '../../lib/stack/read-deployment.ts';
import { environmentOf, grantsOf, synthesise } from './synthesised-stack.ts';

const secondOpinion = { model: 'amazon.nova-lite-v1:0', bandPoints: 2, monthlyDollars: 5 };
const without = synthesise().toJSON();
const template = synthesise({ deployment: { secondOpinion } });

test('a stack that asks for none has nothing of it', () => {
  expect(JSON.stringify(without)).not.toMatch(/bedrock|SECOND_OPINION/i);
});

test('read-article alone may ask that one model, in the stack’s own region, and is told when', () => {
  const grants = stages.flatMap(({ name }) =>
    grantsOf(template, name)
      .filter((grant) => grant.startsWith('bedrock:'))
      .map((grant) => `${name} ${grant}`),
  );
  expect(grants).toEqual([
    'read-article bedrock:InvokeModel arn:AWS::Partition:bedrock:AWS::Region::foundation-model/amazon.nova-lite-v1:0',
  ]);
  expect(environmentOf(template, 'read-article')).toMatchObject({
    SECOND_OPINION_MODEL: 'amazon.nova-lite-v1:0',
    SECOND_OPINION_BAND_POINTS: '2',
    SECOND_OPINION_MONTHLY_DOLLARS: '5',
  });
  const others = stages.filter(({ name }) => name !== 'read-article');
  for (const { name } of others) expect(JSON.stringify(environmentOf(template, name))).not.toContain('SECOND_OPINION');
});

test('it changes nothing else of the stack', () => {
  const { Resources: plain } = without as { Resources: Record<string, unknown> };
  const { Resources: asking } = template.toJSON() as { Resources: Record<string, unknown> };
  const changed = Object.keys({ ...plain, ...asking }).filter(
    (id) => JSON.stringify(plain[id]) !== JSON.stringify(asking[id]),
  );
  expect(changed.map((id) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
    'ReadArticleFunction',
    'ReadArticleRoleDefaultPolicy',
  ]);
});

test.each([
  ['an unpriced model', { model: 'some.model' }, 'secondOpinion.model: choose a model that has its price'],
  ['a profile that hands texts on to other regions', { model: 'eu.amazon.nova-lite-v1:0' }, 'secondOpinion.model'],
  ['the name of a property of every object', { model: 'constructor' }, 'secondOpinion.model'],
  ['no band', { bandPoints: 0 }, 'secondOpinion.bandPoints: write points of the score'],
  ['no money', { monthlyDollars: 0 }, 'secondOpinion.monthlyDollars: write US dollars a month'],
  ['a key of nobody', { mayDecide: true }, 'mayDecide'],
])('%s is refused by name', (_, changes, problem) => {
  const production = { sender: 'a@b.org', contact: 'mailto:a@b.org', secondOpinion: { ...secondOpinion, ...changes } };
  expect(() => readDeployment({ production }, () => undefined)).toThrow(problem);
});
