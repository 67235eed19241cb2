import { describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import { readPermissions } from '#infra/local/lambda/may-invoke.ts';
import { routes } from '#shared/access/routes.ts';
import { type Template as AnyTemplate, schemaFaults } from '#test/infra/schema-faults.ts';
import { template } from '#test/infra/synthesized.ts';

const whole = template.toJSON() as Template & { readonly Parameters?: object };
/** With names as long as AWS makes them: 64 characters. */
const stack = new LocalStack(whole, localResourceNames('https://sqs.ap-southeast-1.amazonaws.com', 'x'.repeat(40)));
const compact = (value: unknown) => JSON.stringify(value).replace(/\s/g, '');

/**
 * What AWS would refuse to deploy. Sources: "Understand CloudFormation quotas", "Lambda quotas", "IAM and AWS STS quotas",
 * "Quotas for configuring and running an HTTP API in API Gateway"; addresses in `infra/local/README.md`.
 */
describe('the template stays below the quotas of a deploy, with a fifth in hand', () => {
  const roles = stack.all<{ Policies?: { PolicyDocument: unknown }[] }>('AWS::IAM::Role').map(({ id, properties }) => {
    const attached = stack
      .all<{ Roles: string[]; PolicyDocument: unknown }>('AWS::IAM::Policy')
      .filter(({ properties: { Roles } }) => Roles.includes(stack.ref(id)));
    const own = (properties.Policies ?? []).map(({ PolicyDocument }) => PolicyDocument);
    return [...own, ...attached.map(({ properties: { PolicyDocument } }) => PolicyDocument)].map(compact).join('')
      .length;
  });
  const environments = stack
    .all<{ Environment?: { Variables: Record<string, string> } }>('AWS::Lambda::Function')
    .map(({ properties: { Environment } }) => Buffer.byteLength(JSON.stringify(Environment?.Variables ?? {})));
  const permissions = Map.groupBy(
    stack.all<{ FunctionName: string }>('AWS::Lambda::Permission'),
    ({ properties: { FunctionName } }) => FunctionName,
  );
  const policies = [...permissions.values()].map((each) => compact(each.map(({ properties }) => properties)).length);

  it.each<[string, number, number]>([
    ['bytes of the template', JSON.stringify(whole, null, 1).length, 1_000_000],
    ['resources', Object.keys(whole.Resources).length, 500],
    ['parameters', Object.keys(whole.Parameters ?? {}).length, 200],
    ['outputs', Object.keys(whole.Outputs ?? {}).length, 200],
    ["characters of a role's own policies", Math.max(...roles), 10_240],
    ["bytes of a function's own policy", Math.max(...policies), 20 * 1024],
    ["bytes of a function's variables", Math.max(...environments), 4096],
    ['routes of the API', stack.all('AWS::ApiGatewayV2::Route').length, 300],
  ])('%s: %i of %i', (_, used, most) => {
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(most * 0.8);
  });
});

describe('the API may invoke each function, by one permission', () => {
  const mayInvoke = readPermissions(stack);
  const integrations = stack.all<{ ApiId: string; IntegrationUri: string }>('AWS::ApiGatewayV2::Integration');

  it('for all of its routes, and no other API may', () => {
    for (const { properties } of integrations) {
      for (const route of ['$default', ...Object.keys(routes)]) {
        expect(mayInvoke(properties.IntegrationUri, properties.ApiId, route)).toBe(true);
        expect(mayInvoke(properties.IntegrationUri, 'another', route)).toBe(false);
      }
    }
  });

  it('and has no second one', () => {
    const invoked = stack
      .all<{ FunctionName: string }>('AWS::Lambda::Permission')
      .map((one) => one.properties.FunctionName);
    expect(invoked.toSorted()).toEqual(integrations.map((one) => one.properties.IntegrationUri).toSorted());
  });
});

const synthesized = template.toJSON() as AnyTemplate;

/** The template with one resource changed. */
function changed(type: string, change: (resource: Record<string, unknown>) => object): AnyTemplate {
  const [id, resource] = Object.entries(synthesized.Resources).find(([, { Type }]) => Type === type) ?? [];
  if (!id || !resource) throw new Error(`no ${type}`);
  return { ...synthesized, Resources: { ...synthesized.Resources, [id]: change(resource) as typeof resource } };
}

const withProperty = (type: string, name: string, value: unknown) =>
  changed(type, (resource) => ({ ...resource, Properties: { ...(resource['Properties'] as object), [name]: value } }));

describe("the template by CloudFormation's schemas", () => {
  it('has no fault', () => {
    expect(schemaFaults(synthesized)).toEqual([]);
  });

  it.each<[string, AnyTemplate, RegExp]>([
    ['a property that nobody knows', withProperty('AWS::SQS::Queue', 'Fifo', true), /\.Fifo: is unknown/],
    ['a missing one', withProperty('AWS::Lambda::Function', 'Role', undefined), /\.Role: is missing/],
    ['a text for a number', withProperty('AWS::Lambda::Function', 'Timeout', '15'), /Timeout: is no whole number/],
    ['a word that is not allowed', withProperty('AWS::Lambda::Function', 'PackageType', 'Tar'), /Tar is none of/],
    [
      'a fault deep inside',
      withProperty('AWS::DynamoDB::Table', 'KeySchema', [{ AttributeName: 'pk', KeyType: 'HASH', Order: 1 }]),
      /KeySchema\[0\]\.Order: is unknown/,
    ],
    ['a reference to nothing', withProperty('AWS::SQS::Queue', 'QueueName', { Ref: 'Nobody' }), /refers to Nobody/],
    [
      'an attribute that is none',
      withProperty('AWS::SNS::Subscription', 'TopicArn', { 'Fn::GetAtt': ['Users', 'Nothing'] }),
      /returns no Nothing/,
    ],
    [
      'a type that is none',
      changed('AWS::SNS::Topic', () => ({ Type: 'AWS::SNS::Tropic' })),
      /no type AWS::SNS::Tropic/,
    ],
    [
      'an attribute of a resource that is none',
      changed('AWS::SNS::Topic', (one) => ({ ...one, Deletion: 1 })),
      /Deletion/,
    ],
    [
      'a circle',
      changed('AWS::SNS::Topic', (one) => ({ ...one, DependsOn: Object.keys(synthesized.Resources) })),
      /a circle: /,
    ],
  ])('%s is seen', (_, faulty, fault) => {
    expect(schemaFaults(faulty).join('\n')).toMatch(fault);
  });
});
