import type { Resolver } from 'node:dns/promises';
import { GetFunctionConfigurationCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { GetAccountCommand, GetEmailIdentityCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Finding } from '#infra/admin/doctor/finding.ts';

/** From so much of the day's mails on somebody looks. */
const NEARLY_ALL = 0.8;

/** Whether SES sends to anybody, how much a day, and for the sender's domain. */
export async function checkMail(ses: SESv2Client, domain: string): Promise<Finding[]> {
  const [account, identity] = await Promise.all([
    ses.send(new GetAccountCommand({})),
    ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain })),
  ]);
  const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota } = account;
  const { Max24HourSend = 0, SentLast24Hours = 0, MaxSendRate = 0 } = SendQuota ?? {};
  const dkim = identity.DkimAttributes?.Status ?? 'NOT_STARTED';
  return [
    ProductionAccessEnabled
      ? { level: 'ok', about: 'SES', said: 'sends to every address' }
      : {
          level: 'bad',
          about: 'SES',
          said: 'is in the sandbox: it sends to verified addresses alone. Ask for production access',
        },
    SendingEnabled && EnforcementStatus === 'HEALTHY'
      ? { level: 'ok', about: 'SES', said: 'is healthy' }
      : {
          level: 'bad',
          about: 'SES',
          said: `sending is ${SendingEnabled ? 'on' : 'off'}, the account ${EnforcementStatus}: see SES’s reputation page`,
        },
    {
      level: SentLast24Hours > Max24HourSend * NEARLY_ALL ? 'warn' : 'ok',
      about: 'quota of SES',
      said: `${SentLast24Hours} of ${Max24HourSend} mails in 24 hours, ${MaxSendRate} a second`,
    },
    identity.VerifiedForSendingStatus && dkim === 'SUCCESS'
      ? { level: 'ok', about: `mail of ${domain}`, said: 'verified, signed by DKIM' }
      : {
          level: 'bad',
          about: `mail of ${domain}`,
          said: `DKIM is ${dkim}: enter the three CNAME records that SES shows, and wait`,
        },
  ];
}

/** Whether the sender's domain says in DNS who sends for it, and what becomes of forgeries. */
export async function checkDns(resolver: Pick<Resolver, 'resolveTxt'>, domain: string): Promise<Finding[]> {
  const [spf, dmarc] = await Promise.all([
    records(resolver, domain, /^v=spf1\b/i),
    records(resolver, `_dmarc.${domain}`, /^v=DMARC1\b/i),
  ]);
  const about = `DNS of ${domain}`;
  const policy = /\bp=(\w+)/i.exec(dmarc[0] ?? '')?.[1]?.toLowerCase();
  const finding = (level: Finding['level'], said: string): Finding => ({ level, about, said });
  return [
    spf.length === 1
      ? finding('ok', 'has an SPF record')
      : finding('warn', `has ${spf.length} SPF records and needs one, such as "v=spf1 include:amazonses.com -all"`),
    policy === undefined || dmarc.length > 1
      ? finding('warn', `has ${dmarc.length} DMARC records and needs one, such as "v=DMARC1; p=quarantine" at _dmarc`)
      : finding(
          policy === 'none' ? 'warn' : 'ok',
          `DMARC asks for p=${policy}${policy === 'none' ? ', which stops no forgery' : ''}`,
        ),
  ];
}

async function records(resolver: Pick<Resolver, 'resolveTxt'>, name: string, kind: RegExp): Promise<string[]> {
  const found = await resolver.resolveTxt(name).catch((error: NodeJS.ErrnoException): string[][] => {
    if (error.code === 'ENODATA' || error.code === 'ENOTFOUND') return [];
    throw error;
  });
  return found.map((parts) => parts.join('')).filter((text) => kind.test(text));
}

/** The domain that reminders come from, as it was deployed. */
export async function senderDomain(lambda: LambdaClient, FunctionName: string): Promise<string> {
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const from = Environment?.Variables?.['MAIL_FROM'] ?? '';
  return from.slice(from.indexOf('@') + 1);
}
