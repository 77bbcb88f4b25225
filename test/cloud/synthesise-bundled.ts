import { join } from 'node:path';
import { type StageName, stages } from '../../lib/pipeline.ts';
import { bundleStages } from '../../lib/stack/bundle-stage.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import { synthesise } from '../stack/synthesised-stack.ts';
import type { TemplateDocument } from './template-document.ts';

export interface BundledStack {
  template: TemplateDocument;
  /** Folder with the template and the code that it names. */
  assembly: string;
  bundles: Readonly<Record<StageName, string>>;
}

/** Points from the threshold within which the model is asked: some of the newsroom's passing mentions are, some are not. */
export const BAND_POINTS = 35;

/** With everything that is off unless it is asked for: what is never deployed here is never judged. */
const WITH_ALL = {
  signUp: true,
  secondOpinion: { model: 'amazon.nova-lite-v1:0', bandPoints: BAND_POINTS, monthlyDollars: 5 },
} as const;

/** The stack with its real bundles, as `cdk synth` would leave it in the folder. */
export async function synthesiseBundled(folder: string): Promise<BundledStack> {
  const assembly = join(folder, 'assembly');
  const bundles = await bundleStages(join(folder, 'bundles'));
  const template = synthesise({ bundles, outdir: assembly, deployment: WITH_ALL }).toJSON() as TemplateDocument;
  return { template, assembly, bundles };
}

/** Name of the pipeline row whose function has this logical id. */
export function stageOfFunction(id: string): string {
  const row = stages.find(({ name }) => id.startsWith(`${constructId(name)}Function`));
  if (row === undefined) throw new Error(`${id} is the function of no row`);
  return row.name;
}
