import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { account } from './account.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

/**
 * The functions of a synthesised stack, each with the folder that the assembly holds of its code.
 *
 * @param stageOf name of a pipeline row by the function's logical id
 * @throws for what would make it run otherwise than here: layers, images, another runtime
 */
export function readFunctions(
  template: TemplateDocument,
  resolve: (value: unknown) => unknown,
  { assembly, stageOf }: { assembly: string; stageOf: (id: string) => string },
): DeployedFunction[] {
  return resourcesOfType(template, 'AWS::Lambda::Function').map(([id, properties]) => {
    const odd = ['Layers', 'ImageConfig', 'FileSystemConfigs', 'VpcConfig'].find((name) => name in properties);
    if (odd !== undefined || properties.Runtime !== 'nodejs24.x') throw new Error(`${id} does not run like this here`);
    const { Variables = {} } = (resolve(properties.Environment) as { Variables?: Record<string, string> }) ?? {};
    const logging = properties.LoggingConfig as { LogFormat?: string } | undefined;
    return {
      id,
      stage: stageOf(id),
      name: String(resolve({ Ref: id })),
      arn: String(resolve({ 'Fn::GetAtt': [id, 'Arn'] })),
      folder: assetFolder(properties.Code, assembly),
      handler: String(properties.Handler),
      timeoutSeconds: Number(properties.Timeout),
      memoryMegabytes: Number(properties.MemorySize),
      variables: Variables,
      logsJson: logging?.LogFormat === 'JSON',
      isTraced: (properties.TracingConfig as { Mode?: string } | undefined)?.Mode === 'Active',
      roleId: roleOf(id, properties.Role),
    };
  });
}

/** What the CDK would put into the archive of this name. */
function assetFolder(code: unknown, assembly: string): string {
  const hash = String((code as { S3Key?: unknown }).S3Key).replace(/\.zip$/, '');
  const { files } = JSON.parse(readFileSync(join(assembly, `${account.stackName}.assets.json`), 'utf8'));
  return join(assembly, files[hash].source.path);
}

function roleOf(id: string, role: unknown): string {
  const [roleId, attribute] = (role as { 'Fn::GetAtt'?: [string, string] })['Fn::GetAtt'] ?? [];
  if (roleId === undefined || attribute !== 'Arn') throw new Error(`${id} has no role of this template`);
  return roleId;
}
