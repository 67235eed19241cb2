import { Fn, Validations } from 'aws-cdk-lib';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

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

/**
 * The secrets that the context `originSecrets` numbers, by default `1`: the first is sent, all are accepted.
 *
 * @throws {Error} if the context is no list of one or two numbers
 */
export function originSecret(scope: Construct): OriginSecret {
  const context = String(scope.node.tryGetContext('originSecrets') ?? '1');
  if (!/^\d+(,\d+)?$/.test(context)) throw new Error('originSecrets is one number, or two separated by a comma');
  const values = context.split(',').map((number) => {
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
