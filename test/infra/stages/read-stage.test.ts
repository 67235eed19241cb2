import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStage } from '#infra/stages/read-stage.ts';
import { settings } from '#infra/stages/settings.ts';

/** What an operator could have entered. */
const entered = {
  account: '210987654321',
  region: 'ap-southeast-1',
  alarmMail: 'truc@bacgiang.gov.vn',
  morningMail: 'van-hanh@bacgiang.gov.vn',
  monthlyBudget: 100,
  mailFrom: 'so-chi-bo@bacgiang.gov.vn',
  mailIdentity: 'created',
  address: 'cloudfront',
  backupCopyTo: 'none',
  backupLock: 'governance',
  auditDays: 3653,
  terminationProtection: false,
  originSecrets: [1],
};
const own = {
  domain: 'sochibo.bacgiang.gov.vn',
  certificate: 'arn:aws:acm:us-east-1:210987654321:certificate/12345678-1234-1234-1234-123456789abc',
  alias: 'here',
};

function read(files: Readonly<Record<string, unknown>>, name: unknown = 'prod'): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'stages-'));
  for (const [stage, content] of Object.entries(files)) {
    writeFileSync(join(folder, `${stage}.json`), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return () => readStage(name, folder);
}

describe('the settings of a stage', () => {
  it('are those of its file', () => {
    expect(read({ prod: entered })()).toEqual({ name: 'prod', ...entered });
    expect(read({ prod: { ...entered, address: own } })()).toMatchObject({ address: own });
  });

  it('the local system has its own, and only those may be placeholders', () => {
    expect(readStage('local').account).toBe('000000000000');
    expect(read({ prod: readStage('local') })).toThrow(/account still has a placeholder/);
  });

  it.each([undefined, '', 'Prod', 'prod-2', '../local', 'p', 7])('no stage is called %j', (name) => {
    expect(read({ prod: entered }, name ?? null)).toThrow(/^Name the stage: --context stage=NAME.*There are prod\.$/);
  });

  it('a stage without a file is refused by its name', () => {
    expect(read({ prod: entered }, 'prd')).toThrow(/There is no .*prd\.json.*There are prod\./);
  });

  it.each(Object.keys(settings))('without %s it is refused, and says what that is', (key) => {
    const { [key as keyof typeof entered]: _, ...rest } = entered;
    expect(read({ prod: rest })).toThrow(`${key} is missing: ${settings[key as keyof typeof settings].is}`);
  });

  it.each([
    ['mailfrom', 'x', 'mailfrom is no setting; there are account, region, alarmMail'],
    ['account', 210987654321, 'account is to be'],
    ['account', '2109876543', 'account is to be'],
    ['account', '123456789012', 'account still has a placeholder'],
    ['region', 'ap-southest-1', 'region is to be'],
    ['region', 'Singapore', 'region is to be'],
    ['alarmMail', '', 'alarmMail is to be'],
    ['alarmMail', 'a@b', 'alarmMail is to be'],
    ['alarmMail', 'a b@c.vn', 'alarmMail is to be'],
    ['alarmMail', 'truc@your.domain', 'alarmMail still has a placeholder'],
    ['morningMail', 'sáng@bacgiang.gov.vn', 'morningMail is to be'],
    ['morningMail', 'van-hanh@your.domain', 'morningMail still has a placeholder'],
    ['monthlyBudget', '100', 'monthlyBudget is to be'],
    ['monthlyBudget', 0, 'monthlyBudget is to be'],
    ['mailFrom', 'so-chi-bo@chi-bo.example', 'mailFrom still has a placeholder'],
    ['mailFrom', 'so-chi-bo@example.com', 'mailFrom still has a placeholder'],
    ['mailFrom', 'so-chi-bo@your-domain.vn', 'mailFrom still has a placeholder'],
    ['mailIdentity', 'create', 'mailIdentity is to be'],
    ['mailIdentity', true, 'mailIdentity is to be'],
    ['address', 'sochibo.bacgiang.gov.vn', 'address is to be'],
    ['address', { ...own, certificate: own.certificate.replace('us-east-1', 'ap-southeast-1') }, 'an ARN of us-east-1'],
    ['address', { ...own, certificate: own.certificate.replace('2109', '3109') }, 'a certificate of another account'],
    ['address', { ...own, alias: undefined }, 'address is to be'],
    ['address', { ...own, more: 1 }, 'address is to be'],
    ['address', { ...own, domain: 'sochibo.example.com' }, 'address still has a placeholder'],
    ['address', null, 'address is to be'],
    ['backupCopyTo', 'my-vault', 'backupCopyTo is to be'],
    ['backupLock', 'always', 'backupLock is to be'],
    ['auditDays', '3653', 'auditDays is to be'],
    ['auditDays', 0, 'auditDays is to be'],
    ['auditDays', 1.5, 'auditDays is to be'],
    ['terminationProtection', 'true', 'terminationProtection is to be'],
    ['originSecrets', '1,2', 'originSecrets is to be'],
    ['originSecrets', [], 'originSecrets is to be'],
    ['originSecrets', [1, 1], 'originSecrets is to be'],
    ['originSecrets', [1, 2, 3], 'originSecrets is to be'],
  ])('%s of %j is refused', (key, value, says) => {
    expect(read({ prod: { ...entered, [key]: value } })).toThrow(says);
  });

  it('all that is wrong is said at once', () => {
    expect(read({ prod: { region: 1 } })).toThrow(/account is missing.*\n- region is to be.*\n- alarmMail is missing/);
  });

  it.each(['{', '[]', 'null', '"prod"'])('a file with %s is refused by its name', (content) => {
    expect(read({ prod: content })).toThrow(/prod\.json/);
  });

  it('domains of real offices are no placeholders', () => {
    for (const domain of ['bacgiang.gov.vn', 'dcs.vn', 'tuyengiao.vn', 'yourown.vn', 'domaine.vn', 'testing.vn']) {
      expect(read({ prod: { ...entered, mailFrom: `so-chi-bo@${domain}` } })).not.toThrow();
    }
  });
});

describe('what only one stage can have', () => {
  it('of two in a region, the second says that SES knows the domain', () => {
    expect(read({ prod: entered, thu: entered })).toThrow(/mailIdentity is to be "existing".* thu$/);
    expect(read({ prod: entered, thu: { ...entered, mailIdentity: 'existing' } })).not.toThrow();
    expect(read({ prod: entered, thu: { ...entered, region: 'ap-northeast-1' } })).not.toThrow();
    expect(read({ prod: entered, thu: { ...entered, mailFrom: 'so-chi-bo@tinh.gov.vn' } })).not.toThrow();
  });

  it('a domain leads to one of them', () => {
    const [here, there] = [
      { ...entered, address: own },
      { ...entered, region: 'ap-northeast-1', address: own },
    ];
    expect(read({ prod: here, tokyo: there })).toThrow(
      /sochibo\.bacgiang\.gov\.vn can lead to one stage only.* tokyo$/,
    );
    expect(read({ prod: here, tokyo: { ...there, address: { ...own, alias: 'elsewhere' } } })).not.toThrow();
  });
});

describe('infra/README.md', () => {
  const guide = readFileSync('infra/README.md', 'utf8');
  const [example = '', ownAddress = ''] = [
    ...guide.matchAll(/^```json\n(\{\n {2}"(?:account|address)"[^`]+)```/gm),
  ].map(([, json = '']) => json);

  it('has an example that only its placeholders keep from being deployed', () => {
    const shown = { ...JSON.parse(example), ...JSON.parse(ownAddress) };
    const [, ...faults] = messageOf(read({ prod: shown })).split('\n- ');
    expect(faults).toHaveLength(5);
    for (const fault of faults) expect(fault).toMatch(/still has a placeholder/);
    const real = JSON.stringify(shown)
      .replaceAll('your.domain', 'bacgiang.gov.vn')
      .replaceAll('123456789012', '210987654321');
    expect(read({ prod: real })).not.toThrow();
  });

  it('explains every setting', () => {
    const explained = [...guide.matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key);
    for (const key of Object.keys(settings)) expect(explained).toContain(key);
  });
});

function messageOf(fail: () => unknown): string {
  try {
    fail();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
