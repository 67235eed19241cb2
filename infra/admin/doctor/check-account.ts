import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Finding } from '#infra/admin/doctor/finding.ts';
import { askByJson } from '#infra/admin/doctor/query-aws.ts';

/** Runs of functions at once: fifty count, the others answer browsers. A new account may have ten. */
const RUNS = { least: 100, usual: 1000 };

/** What Cognito allows a second by default, which a country of districts stays within (`test/bench`). */
const poolRates: readonly { readonly name: RegExp; readonly usual: number }[] = [
  { name: /\bUserAuthentication\b/, usual: 120 },
  { name: /\bUserRead\b/, usual: 120 },
  { name: /\bUserCreation\b/, usual: 50 },
  { name: /\bUserResourceRead\b/, usual: 50 },
];

/** Whether the stack's last deploy went through, and the stack cannot be deleted by mistake. */
export async function checkStack(StackName: string): Promise<Finding[]> {
  const { Stacks = [] } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName }));
  const { StackStatus = 'missing', EnableTerminationProtection, LastUpdatedTime, CreationTime } = Stacks[0] ?? {};
  const at = (LastUpdatedTime ?? CreationTime)?.toISOString();
  const about = `stack ${StackName}`;
  const isWhole = /^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus);
  return [
    isWhole
      ? { level: 'ok', about, said: `deployed ${at}` }
      : {
          level: /IN_PROGRESS|ROLLBACK_COMPLETE/.test(StackStatus) ? 'warn' : 'bad',
          about,
          said: `${StackStatus} since ${at}: look at its events`,
        },
    EnableTerminationProtection
      ? { level: 'ok', about, said: 'protected from deletion' }
      : { level: 'bad', about, said: 'can be deleted as a whole: turn termination protection on' },
  ];
}

/** How many runs of functions the account allows at once. */
export async function checkConcurrency(lambda: LambdaClient): Promise<Finding[]> {
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  const runs = AccountLimit?.ConcurrentExecutions ?? 0;
  const about = 'quota of Lambda';
  const request = 'ask Service Quotas for 1,000 (L-B99A9384, takes hours to days)';
  if (runs >= RUNS.usual) return [{ level: 'ok', about, said: `${runs} runs at once` }];
  return [{ level: runs < RUNS.least ? 'bad' : 'warn', about, said: `${runs} runs at once: ${request}` }];
}

/** What the user pool allows a second. */
export async function checkPoolRates(config: LambdaClient['config']): Promise<Finding[]> {
  const { Quotas = [] } = await askByJson<{
    readonly Quotas?: readonly Partial<Record<'QuotaName', string> & Record<'Value', number>>[];
  }>(config, 'servicequotas', 'ServiceQuotasV20190624.ListServiceQuotas', {
    ServiceCode: 'cognito-idp',
    MaxResults: 100,
  });
  return poolRates.map(({ name, usual }) => {
    const quota = Quotas.find(({ QuotaName = '' }) => name.test(QuotaName));
    const about = 'quota of Cognito';
    const which = name.source.replaceAll('\\b', '');
    if (quota?.Value === undefined)
      return { level: 'warn', about, said: `${which} is not listed: look in Service Quotas` };
    if (quota.Value >= usual) return { level: 'ok', about, said: `${quota.QuotaName}: ${quota.Value} a second` };
    return {
      level: 'warn',
      about,
      said: `${quota.QuotaName}: ${quota.Value} a second, less than the usual ${usual}: ask for more`,
    };
  });
}

/** The user pool: how many accounts it has, whether it can be deleted, and who sends its codes. */
export async function checkPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  isLocal: boolean,
): Promise<Finding[]> {
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }));
  const about = 'user pool';
  if (isLocal) return [{ level: 'ok', about, said: `stands: ${UserPool?.Id}` }];
  const isDefault = UserPool?.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER';
  return [
    { level: 'ok', about, said: `about ${UserPool?.EstimatedNumberOfUsers ?? 0} accounts` },
    UserPool?.DeletionProtection === 'ACTIVE'
      ? { level: 'ok', about, said: 'protected from deletion' }
      : { level: 'bad', about, said: 'can be deleted: deploy again, or turn DeletionProtection on' },
    isDefault
      ? { level: 'warn', about, said: 'mails codes by Cognito’s own sender: 50 a day for the whole account' }
      : { level: 'ok', about, said: 'mails codes by SES' },
  ];
}
