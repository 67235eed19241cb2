import { isDomain, isMail, isPlaceholder } from '#infra/stages/placeholders.ts';

/** What the operator decides for a stage, once and for every deploy. No secret stands here: AWS generates them. */
export interface Settings {
  readonly account: string;
  readonly region: string;
  /** Who is woken by alarms. */
  readonly alarmMail: string;
  /** Who reads in the morning the alarms that wait, and what the account may come to cost. */
  readonly morningMail: string;
  /** What a month of the account may cost, in US dollars. */
  readonly monthlyBudget: number;
  /** The sender of reminders. */
  readonly mailFrom: string;
  /** Whether this stack makes SES's identity of the sender's domain, or SES has it from elsewhere. */
  readonly mailIdentity: 'created' | 'existing';
  readonly address: 'cloudfront' | OwnAddress;
  /** The ARN of a vault in another region or account that gets a copy of each night's backup. */
  readonly backupCopyTo: 'none' | `arn:${string}`;
  /** Whether an administrator may take the lock off what the vault keeps, or nobody may. */
  readonly backupLock: 'governance' | 'compliance';
  /** How long an entry of the audit is kept. */
  readonly auditDays: number;
  /** Whether the stack refuses to be deleted. Not at the first deploy: if that fails, CDK must delete what is left. */
  readonly terminationProtection: boolean;
  /** Numbers of the origin secrets: the first is sent, all are accepted. */
  readonly originSecrets: readonly number[];
}

/** A domain of one's own. It survives a move to another region; an address that CloudFront gives does not. */
export interface OwnAddress {
  readonly domain: string;
  /** The ARN of ACM's certificate for it. CloudFront takes them from us-east-1 alone, wherever the stage is. */
  readonly certificate: string;
  /** Whether requests for the domain come here, or still to the stage that it moves from. */
  readonly alias: 'here' | 'elsewhere';
}

interface Setting {
  /** What the value is, for whoever has forgotten it or wrote another. */
  readonly is: string;
  readonly allows: (value: unknown) => boolean;
  /** Whether the value stands for one that nobody has entered yet. Only the local system may have such. */
  readonly placeholder?: (value: never) => boolean;
}

const text = (allows: (value: string) => boolean) => (value: unknown) => typeof value === 'string' && allows(value);
const oneOf = (...words: readonly string[]) => text((value) => words.includes(value));
const domainOf = (mail: string) => mail.slice(mail.indexOf('@') + 1);
const addressKeys: readonly (keyof OwnAddress)[] = ['alias', 'certificate', 'domain'];

/** Every setting, all of them needed: what nobody chose must not be taken for chosen. */
export const settings: Readonly<Record<keyof Settings, Setting>> = {
  account: {
    is: 'the twelve digits of the AWS account, as text',
    allows: text((value) => /^\d{12}$/.test(value)),
    // AWS's documentation has these.
    placeholder: (value: string) => /^(\d)\1{11}$/.test(value) || value === '123456789012',
  },
  region: {
    is: 'an AWS region, such as ap-southeast-1',
    allows: text((value) =>
      /^(af|ap|ca|eu|il|me|mx|sa|us)-(north|south|east|west|central|north(ea|we)st|south(ea|we)st)-\d$/.test(value),
    ),
  },
  alarmMail: {
    is: 'the mailbox that the people on duty read',
    allows: text(isMail),
    placeholder: (value: string) => isPlaceholder(domainOf(value)),
  },
  morningMail: {
    is: 'the mailbox of the alarms that wait for the morning, and of costs above the budget',
    allows: text(isMail),
    placeholder: (value: string) => isPlaceholder(domainOf(value)),
  },
  monthlyBudget: {
    is: 'how many US dollars a month of the account may cost before somebody is told, such as 100',
    allows: isCount,
  },
  mailFrom: {
    is: 'the mail address that reminders come from, of a domain whose DNS you can change',
    allows: text(isMail),
    placeholder: (value: string) => isPlaceholder(domainOf(value)),
  },
  mailIdentity: {
    is: '"created" if this stage is the first of the region to send from the domain, "existing" if SES already knows it',
    allows: oneOf('created', 'existing'),
  },
  address: {
    is: '"cloudfront", or { "domain", "certificate": an ARN of us-east-1, "alias": "here" or "elsewhere" }',
    allows: (value) => value === 'cloudfront' || isOwnAddress(value),
    placeholder: (value: Settings['address']) => value !== 'cloudfront' && isPlaceholder(value.domain),
  },
  backupCopyTo: {
    is: '"none", or the ARN of a backup vault in another region or account',
    allows: text((value) => value === 'none' || /^arn:aws:backup:[\w-]+:\d{12}:backup-vault:[\w-]+$/.test(value)),
  },
  backupLock: {
    is: '"governance", or "compliance": a lock that nobody can take off, not even AWS',
    allows: oneOf('governance', 'compliance'),
  },
  auditDays: {
    is: 'how many days an entry of the audit is kept, such as 3653 for ten years',
    allows: (value) => isCount(value) && value <= 36_525,
  },
  terminationProtection: {
    is: 'false until the first deploy has succeeded, then true',
    allows: (value) => typeof value === 'boolean',
  },
  originSecrets: {
    is: 'the numbers of the origin secrets, at first [1]',
    allows: (value) =>
      Array.isArray(value) &&
      [1, 2].includes(value.length) &&
      value.every(isCount) &&
      new Set(value).size === value.length,
  },
};

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

function isOwnAddress(value: unknown): value is OwnAddress {
  if (typeof value !== 'object' || value === null) return false;
  const { domain, certificate, alias } = value as Record<string, unknown>;
  return (
    Object.keys(value).toSorted().join() === addressKeys.join() &&
    text(isDomain)(domain) &&
    text((arn) => /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/.test(arn))(certificate) &&
    oneOf('here', 'elsewhere')(alias)
  );
}
