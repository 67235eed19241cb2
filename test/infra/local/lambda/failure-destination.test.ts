import { describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import { failureDestinations } from '#infra/local/lambda/failure-destination.ts';
import type { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { template } from '#test/infra/synthesized.ts';

interface Watching {
  readonly AlarmName: string;
  readonly MetricName?: string;
  readonly Dimensions?: readonly { readonly Value: string }[];
}
interface Kept {
  readonly Target: { readonly Arn: string; readonly DeadLetterConfig?: { readonly Arn: string } };
}

function read(edit: (given: Template) => void = () => undefined) {
  const copy = structuredClone(template.toJSON()) as Template;
  edit(copy);
  const stack = new LocalStack(copy, localResourceNames('http://aws', 'pages.test'));
  const functions = stack
    .all<{ Role: string }>('AWS::Lambda::Function')
    .map(({ id, properties }) => ({ name: stack.ref(id), arn: stack.attribute(id, 'Arn'), role: properties.Role }));
  return { stack, found: () => failureDestinations(stack, functions as unknown as LocalFunction[]) };
}

describe('a scheduled function that fails each time', () => {
  const { stack, found } = read();
  /** A schedule that keeps what it could not deliver says that somebody must know. */
  const kept = stack
    .all<Kept>('AWS::Scheduler::Schedule')
    .filter(({ properties }) => properties.Target.DeadLetterConfig);

  it('has its event put aside where the schedule’s own go, for the night and the morning', () => {
    expect(kept).toHaveLength(2);
    for (const { properties } of kept) {
      expect(found().get(properties.Target.Arn)).toBe(properties.Target.DeadLetterConfig?.Arn);
    }
  });

  it.each(['night-not-planned', 'reminders-missed'])('raises %s there', (name) => {
    const [alarm] = stack
      .all<Watching>('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties.AlarmName === `SoChiBo-test-${name}`);
    const queues = [...found().values()].map((arn) => arn.split(':').at(-1));
    expect(alarm?.properties.MetricName).toBe('ApproximateNumberOfMessagesVisible');
    expect(queues).toContain(alarm?.properties.Dimensions?.[0]?.Value);
  });

  it('is refused a destination to which its role may not send, as by Lambda', () => {
    const without = read(({ Resources }) => {
      for (const { Type, Properties } of Object.values(Resources)) {
        if (Type !== 'AWS::IAM::Policy') continue;
        const policy = Properties?.['PolicyDocument'] as { Statement: { Action: unknown; Resource: unknown }[] };
        policy.Statement = policy.Statement.filter((each) => !JSON.stringify(each.Resource).includes('Unplanned'));
      }
    });
    expect(without.found).toThrow('sqs:SendMessage');
  });
});
