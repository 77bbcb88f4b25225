import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { InvalidInputError, UserError } from '../lib/errors.ts';
import { readJsonFile } from '../lib/feeds/read-json-file.ts';
import { bundleStages } from '../lib/stack/bundle-stage.ts';
import { readDeployment } from '../lib/stack/read-deployment.ts';
import { VigilStack } from '../lib/stack/vigil-stack.ts';

try {
  const app = new App();
  const { content } = await readJsonFile(join(import.meta.dirname, '..', 'config', 'deployment.json'));
  const staged = readDeployment(content, (key) => app.node.tryGetContext(key));
  const bundles = await bundleStages(join(app.outdir, 'bundles'));
  new VigilStack(app, staged.stackName, { ...staged, bundles });
  app.synth();
} catch (error) {
  if (!(error instanceof UserError || error instanceof InvalidInputError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UserError ? error.exitCode : 1;
}
