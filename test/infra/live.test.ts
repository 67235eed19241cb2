import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { newApp, newStack, resourcesOf, template } from '#test/infra/synthesized.ts';

interface Ref {
  readonly Ref: string;
}
interface Group {
  readonly AlarmConfiguration: { readonly Alarms: readonly { readonly Name: Ref }[]; readonly Enabled: boolean };
  readonly AutoRollbackConfiguration?: { readonly Events: readonly string[]; readonly Enabled: boolean };
  readonly DeploymentConfigName: string;
}
interface Alias {
  readonly UpdatePolicy: { readonly CodeDeployLambdaAliasUpdate: { readonly DeploymentGroupName: Ref } };
  readonly DependsOn: readonly string[];
}

const aliases = resourcesOf(template, 'AWS::Lambda::Alias') as unknown as Record<string, Alias>;
const groups = resourcesOf<Group>(template, 'AWS::CodeDeploy::DeploymentGroup');
const alarms = resourcesOf<{ AlarmName: string }>(template, 'AWS::CloudWatch::Alarm');
const nameOf = (aliasId: string) => /^Functions([a-z]+)Aliaslive/.exec(aliasId)?.[1];

describe('what works all day is called by an alias', () => {
  it.each([
    [
      'AWS::ApiGatewayV2::Integration',
      'IntegrationUri',
      ['directory', 'guidance', 'prepare', 'scorecards', 'steering', 'web'],
    ],
    ['AWS::Lambda::EventSourceMapping', 'FunctionName', ['rollup']],
  ])('by every %s', (type, property, expected) => {
    const called = Object.values(resourcesOf<Record<string, unknown>>(template, type)).map(
      ({ Properties }) => /"(\w+Aliaslive\w+)"/.exec(JSON.stringify(Properties[property]))?.[1] ?? '',
    );
    expect(called.map(nameOf).toSorted()).toEqual(expected);
    for (const id of called) expect(aliases).toHaveProperty(id);
  });

  it('and by schedules, but for the two functions that run once a day', () => {
    const schedules = Object.values(
      resourcesOf<{ Target: { Arn: Partial<Ref> } }>(template, 'AWS::Scheduler::Schedule'),
    );
    const called = schedules.map(({ Properties }) => JSON.stringify(Properties.Target.Arn));
    expect(called.filter((arn) => arn.includes('Aliaslive'))).toHaveLength(2);
    for (const arn of called.filter((each) => !each.includes('Aliaslive'))) expect(arn).toMatch(/plan|remind/);
  });
});

describe('a new version takes over little by little', () => {
  it.each(Object.entries(aliases))('%s: while no alarm of its own is raised', (id, { UpdatePolicy, DependsOn }) => {
    const { Ref } = UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName;
    const { Properties } = groups[Ref] ?? {};
    expect(Properties?.DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent10Minutes');
    expect(Properties?.AutoRollbackConfiguration).toEqual({
      Enabled: true,
      Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
    });
    const looksAt = Properties?.AlarmConfiguration.Alarms.map(({ Name }) => alarms[Name.Ref]?.Properties.AlarmName);
    expect(Properties?.AlarmConfiguration.Enabled).toBe(true);
    const all = ['fault-pages', 'api-errors'];
    expect(looksAt).toEqual(
      [`${nameOf(id)}-errors`, ...(nameOf(id) === 'rollup' ? [] : all)].map((name) => `SoChiBo-test-${name}`),
    );
    // A new page asks for new scripts.
    expect(DependsOn).toContainEqual(expect.stringMatching(/^SiteDeploymentCustomResource/));
  });

  it('a repair takes over at once, also while an alarm is on', () => {
    const repair = Template.fromStack(newStack(newApp({ shift: 'at-once' })));
    for (const { Properties } of Object.values(resourcesOf<Group>(repair, 'AWS::CodeDeploy::DeploymentGroup'))) {
      expect(Properties.DeploymentConfigName).toBe('CodeDeployDefault.LambdaAllAtOnce');
      // Left out, the alarms of the deploy before would go on counting.
      expect(Properties.AlarmConfiguration.Enabled).toBe(false);
    }
  });
});
