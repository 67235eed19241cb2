import type { Template } from 'aws-cdk-lib/assertions';
import { type Resource, resourcesOf } from '#test/infra/synthesized.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

interface RoleProperties {
  readonly Policies?: readonly { readonly PolicyDocument: PolicyDocument }[];
}

/** Every statement of every identity policy in the template, with the policy that holds it. */
export function statementsOf(template: Template): { readonly holder: string; readonly statement: Statement }[] {
  const types = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];
  const policies = types.flatMap((type) =>
    Object.entries(resourcesOf<{ PolicyDocument: PolicyDocument }>(template, type)),
  );
  const roles = Object.entries(resourcesOf<RoleProperties>(template, 'AWS::IAM::Role'));
  return [
    ...policies.map(([holder, { Properties }]) => ({ holder, documents: [Properties.PolicyDocument] })),
    ...roles.map(([holder, { Properties }]: [string, Resource<RoleProperties>]) => ({
      holder,
      documents: (Properties.Policies ?? []).map(({ PolicyDocument }) => PolicyDocument),
    })),
  ].flatMap(({ holder, documents }) =>
    documents.flatMap(({ Statement }) => Statement.map((statement) => ({ holder, statement }))),
  );
}

/**
 * Who may do an action to a table. Wildcards in actions and resources count as a yes, and so does what cannot be read:
 * a check that is too strict is mended, one that is too lax is believed.
 */
export function whoMay(template: Template, action: string, table: string): string[] {
  return statementsOf(template)
    .filter(({ statement }) => statement.Effect === 'Allow')
    .filter(({ statement: { Action = [], NotAction } }) => {
      if (NotAction !== undefined) return true;
      return [Action].flat().some((pattern) => covers(pattern as string, action));
    })
    .filter(({ statement: { Resource, NotResource } }) => NotResource !== undefined || reaches(Resource, table))
    .map(({ holder }) => holder);
}

function covers(pattern: string, action: string): boolean {
  const regex = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${regex}$`, 'i').test(action);
}

/** Whether a resource is the table, holds it by a wildcard, or is built from its name. */
function reaches(resource: unknown, table: string): boolean {
  return [resource].flat().some((each) => {
    const text = JSON.stringify(each) ?? '';
    return text === '"*"' || text.includes(`"${table}"`) || /:dynamodb:[^"]*\*/.test(text);
  });
}
