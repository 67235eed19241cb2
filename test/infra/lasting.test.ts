import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { describe, expect, it } from 'vitest';
import { physicalNames } from '#test/infra/physical-names.ts';
import { template } from '#test/infra/synthesized.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const { Resources } = template.toJSON() as { Resources: Record<string, Resource> };

const keys = {
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};

/**
 * What lasts, as it was deployed: each resource that must not be replaced by an empty one, by its logical id, with what
 * it has of the properties whose change replaces it. Where a test below fails, a deploy would replace something: change
 * the code, not this list. `infra/README.md` says what to do instead.
 */
const deployed: Readonly<Record<string, object>> = {
  Cells: keys,
  Meetings: keys,
  Scorecards: keys,
  Matters: keys,
  Actions: keys,
  Audit: keys,
  Owed: keys,
  Transient: keys,
  Documents: {},
  Users: {
    UsernameConfiguration: { CaseSensitive: false },
    Schema: [
      { AttributeDataType: 'String', Mutable: true, Name: 'unit', StringAttributeConstraints: { MaxLength: '256' } },
      { AttributeDataType: 'String', Mutable: true, Name: 'group', StringAttributeConstraints: { MaxLength: '8' } },
    ],
  },
  OriginSecret1: { GenerateSecretString: { ExcludePunctuation: true, PasswordLength: 64 } },
  BackupVault: { BackupVaultName: 'SoChiBotestBackupVault1CB2BE3A' },
  RemindersSenderF3E708F5: { EmailIdentity: 'chi-bo.example' },
};

/** Types of which CDK's own copy of CloudFormation's specification does not say it, but the services do not change it. */
const fixedBesides: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration', 'Schema'],
  'AWS::DynamoDB::Table': ['LocalSecondaryIndexes'],
  'AWS::SecretsManager::Secret': ['GenerateSecretString'],
};

/** What holds what people entered, or what others rest on. Logs are kept too, and may be begun anew. */
const holdsData =
  /^AWS::(DynamoDB|S3::Bucket$|Cognito::UserPool$|SecretsManager|SES::EmailIdentity$|RDS|EFS|KMS::Key$|Backup::BackupVault$)/;

const specification = loadAwsServiceSpecSync();

/** The properties whose change makes CloudFormation make another resource. */
function replacing(type: string): string[] {
  const [found] = [...specification.lookup('resource', 'cloudFormationType', 'equals', type)];
  const named = Object.entries(found?.properties ?? {}).filter(([, each]) =>
    /yes|maybe/.test(each.causesReplacement ?? ''),
  );
  return [...named.map(([name]) => name), ...(fixedBesides[type] ?? [])];
}

/** What a resource has of what replaces it. */
function identityOf({ Type, Properties = {} }: Resource): object {
  const kept = new Set(replacing(Type));
  return Object.fromEntries(Object.entries(Properties).filter(([name]) => kept.has(name)));
}

const lasting = Object.entries(Resources).filter(
  ([id, { Type }]) => holdsData.test(Type) && !id.startsWith('SiteAssets'),
);

describe('a deploy replaces nothing that holds data', () => {
  it('the list is of what the template has', () => {
    expect(lasting.map(([id]) => id).toSorted()).toEqual(Object.keys(deployed).toSorted());
  });

  it.each(lasting)('%s is the one that was deployed', (id, resource) => {
    expect(identityOf(resource)).toEqual(deployed[id]);
  });

  it('CloudFormation says of each of these types what replaces it', () => {
    expect(replacing('AWS::DynamoDB::Table')).toEqual(expect.arrayContaining(['KeySchema', 'TableName']));
    expect(replacing('AWS::S3::Bucket')).toContain('BucketName');
    expect(replacing('AWS::SES::EmailIdentity')).toContain('EmailIdentity');
  });

  it.each(lasting.filter(([id]) => !['Transient', 'OriginSecret1'].includes(id)))(
    '%s remains where it is replaced all the same, and where the stack goes',
    (_, { DeletionPolicy = '', UpdateReplacePolicy }) => {
      expect(['Retain', 'RetainExceptOnCreate']).toContain(DeletionPolicy);
      expect(UpdateReplacePolicy).toBe('Retain');
    },
  );
});

describe('after a first deploy that failed nothing blocks the second', () => {
  const names = physicalNames(template.toJSON() as never);

  it('what stays behind has a name that AWS made up', () => {
    const inTheWay = names.filter(
      ({ scope, deletionPolicy }) => ['world', 'account', 'region'].includes(scope) && deletionPolicy === 'Retain',
    );
    expect(inTheWay).toEqual([]);
  });

  it('what has a name of ours goes with it', () => {
    const identity = names.find(({ of }) => of === 'AWS::SES::EmailIdentity.EmailIdentity');
    expect(identity?.deletionPolicy).toBe('RetainExceptOnCreate');
  });

  it('nothing is to be deleted that refuses it: what is protected, and what has files, stays', () => {
    const isProtected = ({ Properties = {} }: Resource) =>
      Properties['DeletionProtectionEnabled'] === true || Properties['DeletionProtection'] === 'ACTIVE';
    const refuse = Object.entries(Resources).filter(([, each]) => isProtected(each) || each.Type === 'AWS::S3::Bucket');
    expect(refuse).toHaveLength(7 + 1 + 2);
    for (const [, { DeletionPolicy }] of refuse) expect(DeletionPolicy).toBe('Retain');
  });
});
