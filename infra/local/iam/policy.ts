import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { account } from '#infra/local/cloudformation/resource-names.ts';
import { type Conditions, type Context, holds, matches, readConditions } from '#infra/local/iam/conditions.ts';

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Conditions;
}

interface PolicyDocument {
  readonly Statement: readonly Record<string, unknown>[];
}

interface RoleProperties {
  readonly ManagedPolicyArns?: readonly string[];
  readonly Policies?: readonly { readonly PolicyDocument: PolicyDocument }[];
}

interface PolicyProperties {
  readonly PolicyDocument: PolicyDocument;
  readonly Roles?: readonly string[];
}

/** Finds a role of the template by its ARN, with the statements of its own policies and of those attached to it. */
export function roleOf(
  arn: string,
  stack: LocalStack,
): { readonly name: string; readonly statements: readonly Statement[] } {
  const role = stack.all<RoleProperties>('AWS::IAM::Role').find(({ id }) => stack.attribute(id, 'Arn') === arn);
  if (!role) throw new Error(`the template has no role ${arn}`);
  const name = stack.ref(role.id);
  const own = role.properties;
  if (own.ManagedPolicyArns?.length) throw new Error(`${name} has managed policies, whose text is not in the template`);
  const attached = stack
    .all<PolicyProperties>('AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles?.includes(name))
    .map(({ properties }) => properties.PolicyDocument);
  const documents = [...(own.Policies ?? []).map(({ PolicyDocument }) => PolicyDocument), ...attached];
  return { name, statements: documents.flatMap(readStatements) };
}

/**
 * @throws if a statement has more than effect, actions, resources and conditions that can be judged
 */
function readStatements(document: PolicyDocument): Statement[] {
  return document.Statement.map((statement) => {
    const { Sid: _, Effect, Action, Resource, Condition, ...more } = statement;
    const unknown = Object.keys(more);
    if (unknown.length > 0) throw new Error(`a policy uses ${unknown.join(', ')}, which the local system cannot judge`);
    if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error(`a policy has the effect ${Effect}`);
    return {
      effect: Effect,
      actions: listOf(Action),
      resources: listOf(Resource),
      conditions: readConditions(Condition),
    };
  });
}

export type Verdict = 'allowed' | 'denied' | 'not allowed';

/** Decides as IAM does: an explicit deny overrides every allow, and the default is to deny. */
export function judge(
  statements: readonly Statement[],
  action: string,
  resource: string,
  context: Context = {},
): Verdict {
  const about = statements.filter(
    ({ actions, resources, conditions }) =>
      actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      resources.some((pattern) => matches(pattern, resource)) &&
      holds(conditions, context),
  );
  if (about.some(({ effect }) => effect === 'Deny')) return 'denied';
  return about.length > 0 ? 'allowed' : 'not allowed';
}

/** The error message in AWS's words. */
export function refusalText(
  name: string,
  action: string,
  resource: string,
  verdict: Exclude<Verdict, 'allowed'>,
): string {
  const because =
    verdict === 'denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const user = `arn:aws:sts::${account}:assumed-role/${name}/${name}`;
  return `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
}

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((item) => typeof item === 'string')) throw new Error('a policy has an action or resource not a text');
  return list;
}
