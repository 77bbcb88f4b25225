import { readStatements, type Statement } from './policy.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

export interface Role {
  id: string;
  statements: readonly Statement[];
  /** Services that may take the role on. */
  trusted: readonly string[];
}

/**
 * The roles of the template with everything their policies say.
 *
 * @throws for managed policies and permission boundaries: what they say is not in the template
 */
export function readRoles(template: TemplateDocument, resolve: (value: unknown) => unknown): Role[] {
  const policies = resourcesOfType(template, 'AWS::IAM::Policy').map(([, { Roles, PolicyDocument }]) => ({
    roles: (Roles as { Ref: string }[]).map(({ Ref }) => Ref),
    statements: readStatements(resolve(PolicyDocument)),
  }));
  return resourcesOfType(template, 'AWS::IAM::Role').map(([id, role]) => {
    if (role.ManagedPolicyArns !== undefined || role.PermissionsBoundary !== undefined) {
      throw new Error(`${id} has a policy that is not in the template`);
    }
    const inline = (role.Policies as { PolicyDocument: unknown }[] | undefined) ?? [];
    return {
      id,
      statements: [
        ...inline.flatMap(({ PolicyDocument }) => readStatements(resolve(PolicyDocument))),
        ...policies.filter(({ roles }) => roles.includes(id)).flatMap(({ statements }) => statements),
      ],
      trusted: trustedServices(resolve(role.AssumeRolePolicyDocument)),
    };
  });
}

function trustedServices(document: unknown): string[] {
  const { Statement: statements } = document as {
    Statement: { Action: string; Effect: string; Principal: { Service?: string } }[];
  };
  return statements
    .filter(({ Action, Effect }) => Action === 'sts:AssumeRole' && Effect === 'Allow')
    .flatMap(({ Principal }) => Principal.Service ?? []);
}
