import { expect, onTestFinished, test, vi } from 'vitest';
import { createBedrockOpinionModel } from '../../lib/aws/bedrock-opinion-model.ts';
import { synthesise } from '../stack/synthesised-stack.ts';
import { arnOf } from './account.ts';
import type { AwsCall } from './aws-call.ts';
import { openBedrockDoor } from './bedrock-door.ts';
import { isAllowed } from './judge-call.ts';
import { nameBedrockCall } from './name-bedrock-call.ts';
import { createPhysicalNames } from './physical-names.ts';
import { resolveValue } from './resolve-value.ts';
import { readRoles } from './role-policies.ts';
import type { TemplateDocument } from './template-document.ts';

const MODEL = 'amazon.nova-lite-v1:0';
const converse = (model: string) =>
  nameBedrockCall({ method: 'POST', path: `/model/${encodeURIComponent(model)}/converse` });

/** Names of the roles of a stack that may make a call. */
function judgeOf(deployment = {}): (call: readonly AwsCall[]) => string[] {
  const template = synthesise({ deployment }).toJSON() as TemplateDocument;
  const names = createPhysicalNames(template, { sqsUrl: 'http://127.0.0.1' });
  const roles = readRoles(template, (value) => resolveValue(value, { names, secret: () => '' }));
  return ([call]) =>
    roles.filter(({ statements }) => call && isAllowed(call, statements)).map(({ id }) => id.slice(0, -8));
}

test('asked for, one role may ask the one model in the stack’s own region, and nothing else of Bedrock', () => {
  const rolesThatMay = judgeOf({ secondOpinion: { model: MODEL, bandPoints: 2, monthlyDollars: 5 } });
  const [call] = converse(MODEL);
  if (!call) throw new Error('a question is one call');
  const elsewhere = { ...call, resources: call.resources.map((arn) => arn.replace('us-east-1', 'eu-west-1')) };
  expect(rolesThatMay([call])).toEqual(['ReadArticleRole']);
  const others = [
    converse('amazon.nova-pro-v1:0'),
    [elsewhere],
    [{ ...call, action: 'bedrock:InvokeModelWithResponseStream' }],
    [{ ...call, resources: [arnOf('bedrock', 'inference-profile/eu.amazon.nova-lite-v1:0')] }],
  ];
  expect(others.map(rolesThatMay)).toEqual([[], [], [], []]);
});

test('not asked for, no role of the stack may ask any model', () => {
  expect(judgeOf()(converse(MODEL))).toEqual([]);
});

test('a request that is no question of a model is not judged, but told', () => {
  for (const path of [`/model/${MODEL}/invoke`, '/guardrail', `/model/${MODEL}/converse-stream`])
    expect(() => nameBedrockCall({ method: 'POST', path })).toThrow(`bedrock: POST ${path} is not known here`);
});

test('the door asks the judge for the caller’s role: refused, the model says nothing and nothing is billed', async () => {
  const asked: [caller: string, action: string][] = [];
  let isAllowedNow = false;
  const faults: string[] = [];
  const door = await openBedrockDoor({
    authorise(caller, { action }) {
      asked.push([caller, action]);
      return isAllowedNow;
    },
    onFault: (reason) => faults.push(reason),
  });
  onTestFinished(() => door.close());
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', door.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAreader');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'embedded');
  onTestFinished(() => void vi.unstubAllEnvs());
  const model = createBedrockOpinionModel(MODEL, { inputDollars: 0.06, outputDollars: 0.24 });
  const prompt = { system: 's', instruction: 'i', data: 'd', answerTokens: 10, version: '1' };
  const refused = await model.ask(prompt);
  isAllowedNow = true;
  const answered = await model.ask(prompt);
  await model.close();
  expect(refused).toMatchObject({
    status: 'refused',
    billableAttempts: 0,
    fault: expect.stringContaining('bedrock:InvokeModel'),
  });
  expect(answered).toMatchObject({ status: 'answered', answer: { verdict: 'relevant' } });
  expect([asked, faults]).toEqual([Array(2).fill(['ASIAreader', 'bedrock:InvokeModel']), []]);
});
