import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Validations } from 'aws-cdk-lib/core';
import { Construct, type IDependable } from 'constructs';
import type { Functions } from '#infra/functions.ts';

/** The functions that work all day. */
const called = ['web', 'scorecards', 'directory', 'guidance', 'prepare', 'steering', 'rollup'] as const;

type Called = (typeof called)[number];

/**
 * What calls the functions that work all day: aliases, which a deploy moves to the new versions.
 *
 * For ten minutes a tenth of the calls goes to the new version. If one of its alarms is raised meanwhile, all go back to
 * the version before, and CloudFormation undoes the rest of the deploy. The functions that run once a day (`plan`,
 * `remind`) have no such time, and are undone with the rest.
 */
export class Live extends Construct {
  private readonly aliases: Readonly<Record<Called, Alias>>;
  /** Each function by its alias. */
  readonly functions: Readonly<Record<Called, IFunction>>;

  constructor(scope: Construct, functions: Functions) {
    super(scope, 'Live');
    const aliases = called.map((name) => [name, functions[name].addAlias('live')]);
    this.aliases = Object.fromEntries(aliases);
    // CDK's own class does not fit its interface under `exactOptionalPropertyTypes`.
    this.functions = Object.fromEntries(aliases);
  }

  /**
   * Lets new versions take over little by little while no alarm is raised. An alarm that is on already stops a deploy:
   * with the context `shift=at-once` a repair takes over at once, whatever the alarms say.
   *
   * @param alarm an alarm by its name, which is that of its heading in `infra/README.md`
   * @param scripts what the pages load: it is there before the first new page is
   */
  shift(alarm: (name: string) => IAlarm, scripts: IDependable): void {
    const atOnce = this.node.tryGetContext('shift') === 'at-once';
    const application = new LambdaApplication(this, 'Application');
    const role = new Role(this, 'Shifter', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason:
        "CodeDeploy's own list of what it needs to move aliases and to read alarms; functions cannot take the role.",
    });
    const forBrowsers = [alarm('fault-pages'), alarm('api-errors')];
    for (const name of called) {
      const alarms = [alarm(`${name}-errors`), ...(name === 'rollup' ? [] : forBrowsers)];
      new LambdaDeploymentGroup(this, name, {
        application,
        alias: this.aliases[name],
        role,
        deploymentConfig: atOnce
          ? LambdaDeploymentConfig.ALL_AT_ONCE
          : LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
        alarms,
        ignoreAlarmConfiguration: atOnce,
      });
      this.aliases[name].node.addDependency(scripts);
    }
  }
}
