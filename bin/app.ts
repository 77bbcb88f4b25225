import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import deploymentJson from '../config/deployment.json' with { type: 'json' };
import { UserError } from '../lib/errors.ts';
import { bundleStages } from '../lib/stack/bundle-stage.ts';
import { readDeployment } from '../lib/stack/deployment.ts';
import { VigilStack } from '../lib/stack/vigil-stack.ts';

try {
  const app = new App();
  const staged = readDeployment(deploymentJson, (key) => app.node.tryGetContext(key));
  const bundles = await bundleStages(join(app.outdir, 'bundles'));
  new VigilStack(app, staged.stackName, { ...staged, bundles });
  app.synth();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
