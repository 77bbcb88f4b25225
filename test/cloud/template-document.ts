/** A synthesised template, as JSON. */
export interface TemplateDocument {
  Parameters?: Record<string, { Default?: string }>;
  Resources: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown }>;
}

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
}

/** Resources of a type by their logical ids, in the order of the template. */
export function resourcesOfType(
  { Resources }: TemplateDocument,
  type: string,
): [id: string, properties: Record<string, unknown>][] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => [id, Properties]);
}
