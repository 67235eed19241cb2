import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type PhysicalName, physicalNames } from '#test/infra/physical-names.ts';
import { newApp, newStack } from '#test/infra/synthesized.ts';

/** One account; the second stage of a region sends from a domain that SES knows from the first. */
const [singapore, tokyo] = ['ap-southeast-1', 'ap-northeast-1'];
const own = { certificate: 'arn:aws:acm:us-east-1:000000000000:certificate/12345678-1234-1234-1234-123456789abc' };
const deployed = [
  {
    name: 'prod',
    region: singapore,
    address: { ...own, domain: 'sochibo.bacgiang.gov.vn', alias: 'here' },
    terminationProtection: true,
  },
  { name: 'thu', region: singapore, mailIdentity: 'existing' },
  { name: 'prod', region: tokyo, address: { ...own, domain: 'sochibo.bacgiang.gov.vn', alias: 'elsewhere' } },
  { name: 'thu', region: tokyo, mailIdentity: 'existing' },
] as const;

const stacks = deployed.map((stage) => {
  const stack = newStack(newApp(), stage);
  return { ...stage, stack, names: physicalNames(Template.fromStack(stack).toJSON() as never) };
});

const among = (scope: PhysicalName['scope'], names: readonly PhysicalName[]) =>
  names.flatMap((each) => (each.scope === scope ? [`${each.of} ${each.value}`] : []));
const isNamespace = ({ of }: PhysicalName) => of.endsWith('.MetricNamespace');
/** A namespace is one for all counts of a stack. */
const once = (names: readonly PhysicalName[]) => names.filter((name) => !isNamespace(name));

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('two stages in two regions of one account', () => {
  it.each([singapore, tokyo])('share no name within %s', (region) => {
    const here = stacks.filter((stack) => stack.region === region);
    expect(twice(here.flatMap(({ names }) => among('region', once(names))))).toEqual([]);
    const namespaces = here.flatMap(({ names }) => [...new Set(among('region', names.filter(isNamespace)))]);
    expect(namespaces).toHaveLength(2);
    expect(twice(namespaces)).toEqual([]);
  });

  it('share no name where AWS knows no regions, or no accounts', () => {
    const all = stacks.flatMap(({ names }) => names);
    expect(among('account', all).length).toBeGreaterThanOrEqual(12);
    expect(twice(among('account', all))).toEqual([]);
    expect(among('world', all)).toHaveLength(1);
  });

  it('a stage has a name twice in nothing of its own', () => {
    for (const { names } of stacks) expect(twice(among('region', once(names)))).toEqual([]);
  });

  it('each is of its account and region, and says of which stage it is', () => {
    for (const { name, region, stack } of stacks) {
      expect(stack).toMatchObject({ account: '000000000000', region, stackName: `SoChiBo-${name}` });
      expect(stack.tags.tagValues()).toEqual({ system: 'so-chi-bo', stage: name });
    }
  });

  it('the stack itself may be deleted until its settings say that it is protected', () => {
    expect(stacks.map(({ stack }) => stack.terminationProtection)).toEqual([true, false, false, false]);
  });

  it('the one that moves has the certificate before it has the domain', () => {
    const distributions = stacks.map(
      ({ stack }) =>
        Object.values(Template.fromStack(stack).findResources('AWS::CloudFront::Distribution'))[0]?.['Properties']
          .DistributionConfig,
    );
    const [here, , moving, another] = distributions;
    expect(here).toMatchObject({
      Aliases: ['sochibo.bacgiang.gov.vn'],
      ViewerCertificate: { AcmCertificateArn: own.certificate },
    });
    expect(moving.ViewerCertificate).toEqual(here.ViewerCertificate);
    expect(moving).not.toHaveProperty('Aliases');
    expect(another).not.toHaveProperty('ViewerCertificate');
  });

  it('mails and outputs have the domain, here and where it moves to', () => {
    for (const { stack } of stacks.filter(({ name }) => name === 'prod')) {
      expect(Template.fromStack(stack).findOutputs('Url')).toEqual({
        Url: { Value: 'https://sochibo.bacgiang.gov.vn' },
      });
    }
  });
});

describe('the table of scopes', () => {
  const named = (Type: string, Properties: object) => () => physicalNames({ Resources: { One: { Type, Properties } } });

  it.each([
    ['a type that it does not know', 'AWS::Kinesis::Stream', { Name: 'counts' }],
    ['a name within an object', 'AWS::WAFv2::WebACL', { VisibilityConfig: { MetricName: 'flood' } }],
    ['a name put together', 'AWS::Events::EventBus', { Name: { 'Fn::Join': ['', ['bus-', { Ref: 'AWS::Region' }]] } }],
  ])('refuses %s', (_, type, properties) => {
    expect(named(type, properties)).toThrow(type);
  });

  it('takes a reference for no name', () => {
    expect(named('AWS::Kinesis::Stream', { Name: { Ref: 'Other' } })()).toEqual([]);
  });
});
