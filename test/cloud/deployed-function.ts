/** One function as the template says that it is to run. */
export interface DeployedFunction {
  /** In the template. */
  id: string;
  /** Row of the pipeline. */
  stage: string;
  /** Name in AWS. */
  name: string;
  arn: string;
  /** Folder of its code. */
  folder: string;
  /** `handler.handler` */
  handler: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** What the template sets, every reference resolved. */
  variables: Readonly<Record<string, string>>;
  /** Log lines of the runtime client are JSON too. */
  logsJson: boolean;
  isTraced: boolean;
  /** Of its role, in the template. */
  roleId: string;
}
