import { readHttpApi } from './http-api.ts';
import { createPhysicalNames } from './physical-names.ts';
import { resolveValue } from './resolve-value.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

/** Of names alone: queues and secrets are not asked for. */
function resolverOf(template: TemplateDocument): (value: unknown) => unknown {
  const names = createPhysicalNames(template, { sqsUrl: 'http://127.0.0.1' });
  return (value) => resolveValue(value, { names, secret: () => '' });
}

/** Address of the page, which the issuer must know before the stack stands. */
export const readPageUrl = (template: TemplateDocument): string => readHttpApi(template, resolverOf(template)).url;

/** By which the user pool knows the page. */
export function readClientId(template: TemplateDocument): string {
  const [client] = resourcesOfType(template, 'AWS::Cognito::UserPoolClient');
  if (!client) throw new Error('the template signs nobody in');
  return String(resolverOf(template)({ Ref: client[0] }));
}
