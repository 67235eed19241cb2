import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Fn, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Stage } from '#infra/stages/read-stage.ts';

/** Long enough that nobody guesses it. */
const LENGTH = 64;

/**
 * The origin secret: the distribution sends it with each request, and functions answer nobody else. AWS generates it; no
 * file and no template holds it. `infra/README.md` says how it is rotated without an outage.
 */
export interface OriginSecret {
  /** What the distribution sends. */
  readonly sent: string;
  /** What functions accept, separated by commas. */
  readonly accepted: string;
}

/** The secrets that the stage's settings number: the first is sent, all are accepted. */
export function originSecret(scope: Construct, { originSecrets }: Pick<Stage, 'originSecrets'>): OriginSecret {
  const values = originSecrets.map((number) => {
    // A number of its own for each: CloudFormation does not look whether a secret's value has changed, only which it is.
    const secret = new Secret(scope, `OriginSecret${number}`, {
      description: `Told by the distribution to the functions (${number})`,
      generateSecretString: { passwordLength: LENGTH, excludePunctuation: true },
    });
    (secret.node.defaultChild as CfnSecret).overrideLogicalId(`OriginSecret${number}`);
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A new value needs the distribution and the functions to change in turn: the operator rotates it.',
    });
    return secret.secretValue.unsafeUnwrap();
  });
  return { sent: values[0] as string, accepted: Fn.join(',', values) };
}
