import { resourcesOfType, type TemplateDocument } from './template-document.ts';

/** An event source mapping of the template. */
export interface QueueMapping {
  functionName: string;
  queueArn: string;
  batchSize: number;
  maxConcurrency: number;
  /** Failed messages of a batch come again alone; without it the whole batch does. */
  reportsFailures: boolean;
}

/** @throws for what is not played here: filters, windows, streams, a mapping that is switched off */
export function readQueueMappings(template: TemplateDocument, resolve: (value: unknown) => unknown): QueueMapping[] {
  return resourcesOfType(template, 'AWS::Lambda::EventSourceMapping').map(([id, properties]) => {
    const { FunctionName, EventSourceArn, BatchSize, ScalingConfig, FunctionResponseTypes, Enabled, ...other } =
      resolve(properties) as Record<string, unknown>;
    const odd = Object.keys(other).find((name) => name !== 'Tags');
    if (odd !== undefined || Enabled === false) throw new Error(`${id}: ${odd ?? 'Enabled: false'} is not played here`);
    return {
      functionName: String(FunctionName),
      queueArn: String(EventSourceArn),
      batchSize: Number(BatchSize ?? 10),
      maxConcurrency: (ScalingConfig as { MaximumConcurrency?: number } | undefined)?.MaximumConcurrency ?? 1000,
      reportsFailures: (FunctionResponseTypes as string[] | undefined)?.includes('ReportBatchItemFailures') === true,
    };
  });
}
