import { resourcesOfType, type TemplateDocument } from './template-document.ts';

/** Names of the alarms that watch a function, the queue that starts it with its dead letters, or the API before it. */
export function alarmsOf(template: TemplateDocument, functionId: string): string[] {
  const watched = new Set([functionId, ...queuesBefore(template, functionId), ...apisBefore(template, functionId)]);
  return resourcesOfType(template, 'AWS::CloudWatch::Alarm')
    .filter(([, properties]) => idsIn(properties.Dimensions).some((id) => watched.has(id)))
    .map(([, { AlarmName }]) => String(AlarmName));
}

/** Names of all alarms. */
export const alarmNames = (template: TemplateDocument): string[] =>
  resourcesOfType(template, 'AWS::CloudWatch::Alarm').map(([, { AlarmName }]) => String(AlarmName));

function queuesBefore(template: TemplateDocument, functionId: string): string[] {
  const mapped = resourcesOfType(template, 'AWS::Lambda::EventSourceMapping')
    .filter(([, { FunctionName }]) => idsIn(FunctionName).includes(functionId))
    .flatMap(([, { EventSourceArn }]) => idsIn(EventSourceArn));
  return mapped.flatMap((id) => [id, ...idsIn(template.Resources[id]?.Properties?.RedrivePolicy)]);
}

function apisBefore(template: TemplateDocument, functionId: string): string[] {
  return resourcesOfType(template, 'AWS::ApiGatewayV2::Integration')
    .filter(([, { IntegrationUri }]) => idsIn(IntegrationUri).includes(functionId))
    .flatMap(([, { ApiId }]) => idsIn(ApiId));
}

/** Logical ids that a value of the template refers to. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  if (Ref !== undefined) return [Ref];
  if (attribute !== undefined) return [attribute[0]];
  return Object.values(value).flatMap(idsIn);
}
