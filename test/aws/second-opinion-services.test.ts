import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { EmbeddedAws } from '../../lib/local/embedded-aws.ts';
import { setLogSink } from '../../lib/log.ts';
import { createServices } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';
import { classification } from '../fakes/article-world.ts';
import { startBedrockStub } from './bedrock-stub.ts';
import { converseAnswer, filledForm } from './converse-answer.ts';
import { startEmbedded } from './start-embedded.ts';

let aws: EmbeddedAws;
beforeAll(async () => {
  setLogSink(() => {});
  aws = await startEmbedded();
});
afterAll(async () => {
  await aws?.close();
  setLogSink();
});
const asked = {
  SECOND_OPINION_MODEL: 'amazon.nova-lite-v1:0',
  SECOND_OPINION_BAND_POINTS: '2',
  SECOND_OPINION_MONTHLY_DOLLARS: '0.004',
};
beforeEach(() => {
  for (const [name, value] of Object.entries(asked)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

const judged = classification({ score: 7, threshold: 6 });
const text = { title: 'Families gather', text: 'They remember the prisoners of 1988.' };

test('services built from the environment ask the model, keep what it says and what it costs', async () => {
  const answer = { verdict: 'relevant', themes: ['testimony'], reason: 'Relatives remember.' };
  const stub = await startBedrockStub([{ body: converseAnswer([filledForm(answer)]) }]);
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', stub.endpoint);
  const services = createServices(readSettings());
  const month = services.now().toISOString().slice(0, 7);
  const first = await services.askSecondOpinion?.('article one', text, judged);
  expect(first).toMatchObject({ ...answer, model: asked.SECOND_OPINION_MODEL, inputTokens: 1480, microdollars: 104 });
  // Delivered again, by another process.
  const other = createServices(readSettings());
  expect(await other.askSecondOpinion?.('article one', text, judged)).toEqual(first);
  expect(stub.requests).toHaveLength(1);
  expect(await services.opinionLedger.budget(month)).toMatchObject({ microdollars: 104, answered: 1 });
  await Promise.all([services.close(), other.close()]);
});

test('a month’s money is shared by all processes', async () => {
  const stub = await startBedrockStub([{ isSilent: true }]);
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', stub.endpoint);
  const services = createServices(readSettings());
  const month = services.now().toISOString().slice(0, 7);
  // What the others have set aside leaves no room for one worst case.
  await services.opinionLedger.reserve(month, 3_800, 4_000);
  expect(await services.askSecondOpinion?.('article two', text, judged)).toBeUndefined();
  expect(stub.requests).toEqual([]);
  expect(await services.opinionLedger.budget(month)).toMatchObject({ overBudget: 1 });
  await services.close();
});

test('without the setting there is nothing to ask', async () => {
  vi.unstubAllEnvs();
  const services = createServices(readSettings());
  expect(services.askSecondOpinion).toBeUndefined();
  await services.close();
});
