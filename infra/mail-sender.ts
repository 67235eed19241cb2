import { EmailIdentity, Identity, type IEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Stage } from '#infra/stages/read-stage.ts';

/**
 * SES's identity of the domain that reminders come from. A region has one of each domain: it is made here, or a stage
 * before has made it.
 *
 * It remains when the stack goes or sends from another domain: DNS records and other stages rest on it.
 */
export function mailSender(
  scope: Construct,
  { mailFrom, mailIdentity }: Pick<Stage, 'mailFrom' | 'mailIdentity'>,
): IEmailIdentity {
  const domain = mailFrom.slice(mailFrom.indexOf('@') + 1);
  if (mailIdentity === 'existing') return EmailIdentity.fromEmailIdentityName(scope, 'Sender', domain);
  const identity = new EmailIdentity(scope, 'Sender', { identity: Identity.domain(domain) });
  // What the first deploy makes and rolls back would be in the way of the second: its name is not ours to choose.
  identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return identity;
}
