import { Match, Template } from 'aws-cdk-lib/assertions';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { type Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { routes } from '#shared/access/routes.ts';
import { statementsOf, whoMay } from '#test/infra/policies.ts';
import { newApp, newStack, resourcesOf, template } from '#test/infra/synthesized.ts';

const changes = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  'dynamodb:DeleteTable',
  'dynamodb:UpdateTimeToLive',
];

describe('reports and the audit are append-only', () => {
  it.each(changes)('no role may %s on their tables', (action) => {
    expect(whoMay(template, action, 'Meetings')).toEqual([]);
    expect(whoMay(template, action, 'Audit')).toEqual([]);
  });

  it('only who decides on figures may write actions, and nobody may delete one', () => {
    expect(whoMay(template, 'dynamodb:DeleteItem', 'Actions')).toEqual([]);
    for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem']) {
      expect(whoMay(template, action, 'Actions')).toEqual([expect.stringMatching(/steering/)]);
    }
  });

  it('the check sees who may write and read', () => {
    expect(whoMay(template, 'dynamodb:PutItem', 'Meetings')).toEqual([
      expect.stringMatching(/web/),
      expect.stringMatching(/prepare/),
    ]);
    expect(new Set(whoMay(template, 'dynamodb:Query', 'Meetings')).size).toBe(5);
  });

  it.each([
    ['a grant on the table', (table: Table, role: Role) => table.grantReadWriteData(role)],
    ['every action', (_: Table, role: Role) => role.addToPolicy(everything('dynamodb:*'))],
    ['everything', (_: Table, role: Role) => role.addToPolicy(everything('*'))],
  ] as const)('the check fails for %s', (_, grant) => {
    const stack = newStack();
    const role = new Role(stack, 'Intruder', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const table = stack.node.findAll().find((node) => node.node.path.endsWith('Tables/Meetings')) as Table;
    grant(table, role);
    expect(whoMay(Template.fromStack(stack), 'dynamodb:DeleteItem', 'Meetings')).toEqual([
      expect.stringMatching(/Intruder/),
    ]);
  });
});

/** Who may do what to which part of which table. */
const conditions = [
  'web Transient BatchGetItem Like session#* draft#* guess#* pending#* device#* device-key#* recovery#* practice#* token-use#* notice#*',
  'web Transient PutItem Like session#* draft#* guess#* pending#* device#* device-key#* recovery#* tried#* practice#* token-use#*',
  'web Transient DeleteItem Like session#* draft#* guess#* pending#* practice#*',
  'web Transient GetItem Like session#* draft#* guess#* pending#* device#* device-key#* recovery#* practice#* token-use#*',
  'web Transient Query Like session#* draft#* tried#* practice#*',
  'scorecards Transient BatchGetItem Like session#* token-use#* notice#*',
  'scorecards Transient PutItem Like session#* token-use#*',
  'scorecards Transient GetItem Like token-use#*',
  'scorecards Transient DeleteItem Like session#*',
  'directory Transient BatchGetItem Like session#* device#* unsubscribe#* notice#*',
  'directory Transient PutItem Like session#* draft#* device#* recovery#*',
  'directory Transient DeleteItem Like session#* draft#*',
  'directory Transient GetItem Like session#* device#* unsubscribe#*',
  'directory Transient Query Like session#* draft#*',
  'guidance Scorecards Query NotLike audit#* *#inputs',
  'guidance Transient BatchGetItem Like session#* notice#*',
  'guidance Transient PutItem Like session#* draft#*',
  'guidance Transient DeleteItem Like session#* draft#*',
  'guidance Transient Query Like draft#*',
  'prepare Transient BatchGetItem Like session#* guess#* proposals#* practice#* notice#*',
  'prepare Transient PutItem Like session#* draft#* guess#* proposals#* practice#*',
  'prepare Transient DeleteItem Like session#* draft#* guess#* practice#*',
  'prepare Transient GetItem Like guess#* proposals#* practice#*',
  'prepare Transient Query Like draft#* proposals#* practice#*',
  'steering Scorecards Query NotLike audit#* *#inputs',
  'steering Transient BatchGetItem Like session#* notice#*',
  'steering Transient PutItem Like session#* draft#*',
  'steering Transient DeleteItem Like session#* draft#*',
  'steering Transient Query Like draft#*',
  'remind Transient PutItem Like reminded#* unsubscribe#*',
  'remind Transient DeleteItem Like reminded#*',
  'web Scorecards Query NotLike audit#* *#inputs',
  'scorecards Scorecards BatchGetItem GetItem Query NotLike audit#* *#inputs',
  'directory Scorecards Query NotLike audit#* *#inputs',
  'plan Scorecards Query NotLike audit#* *#inputs',
  'rollup Scorecards GetItem Query NotLike audit#*',
  'remind Meetings Query NotLike *#text *#purge',
];

function everything(action: string): PolicyStatement {
  return new PolicyStatement({ actions: [action], resources: ['*'] });
}

interface TableProperties {
  readonly BillingMode: string;
  readonly DeletionProtectionEnabled: boolean;
  readonly TableClass?: string;
  readonly PointInTimeRecoverySpecification: { readonly PointInTimeRecoveryEnabled: boolean };
}

describe('what the stack keeps', () => {
  const tables = Object.entries(resourcesOf<TableProperties>(template, 'AWS::DynamoDB::Table'));

  it.each(['Cells', 'Meetings', 'Scorecards', 'Matters', 'Actions', 'Audit', 'Transient'])(
    '%s: the operator and the functions are told what it is called',
    (id) => {
      template.hasOutput(`${id}Table`, { Value: { Ref: id } });
      template.hasResourceProperties('AWS::Lambda::Function', {
        Environment: { Variables: Match.objectLike({ [`${id.toUpperCase()}_TABLE`]: { Ref: id } }) },
      });
    },
  );

  it('the audit, which is kept for years and seldom read, is of the class for that', () => {
    const classes = tables.flatMap(([id, { Properties }]) =>
      Properties.TableClass ? [[id, Properties.TableClass]] : [],
    );
    expect(classes).toEqual([['Audit', 'STANDARD_INFREQUENT_ACCESS']]);
  });

  it.each(tables.filter(([id]) => id !== 'Transient'))(
    'the table %s outlives mistakes',
    (_, { Properties, DeletionPolicy }) => {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.DeletionProtectionEnabled).toBe(true);
      expect(Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
    },
  );

  it('the table of what may vanish lets every item expire, and serves those who answer browsers and remind', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      DeletionProtectionEnabled: false,
    });
    const holders = (action: string) =>
      whoMay(template, `dynamodb:${action}`, 'Transient').map(
        (name) => /web|scorecards|directory|guidance|prepare|steering|remind/.exec(name)?.[0],
      );
    expect(holders('BatchGetItem')).toEqual(['web', 'scorecards', 'directory', 'guidance', 'prepare', 'steering']);
    expect(holders('GetItem')).toEqual(['web', 'scorecards', 'directory', 'prepare']);
    expect(holders('PutItem')).toEqual(['web', 'scorecards', 'directory', 'guidance', 'prepare', 'steering', 'remind']);
    expect(holders('DeleteItem')).toEqual([
      'web',
      'scorecards',
      'directory',
      'guidance',
      'prepare',
      'steering',
      'remind',
    ]);
    expect(holders('Query')).toEqual(['web', 'directory', 'guidance', 'prepare', 'steering']);
    for (const action of ['Scan', 'UpdateItem']) {
      expect(whoMay(template, `dynamodb:${action}`, 'Transient')).toEqual([]);
    }
  });

  it('the parts of tables that a role reaches, each by a condition that a scan does not meet', () => {
    const listed = statementsOf(template)
      .filter(({ statement: { Condition } }) => Condition?.['Null'])
      .map(({ holder, statement: { Action, Resource, Condition = {} } }) => {
        const { Null, ...others } = Condition;
        expect(Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
        const [table] = /(?<=")(Transient|Scorecards|Meetings)(?=")/.exec(JSON.stringify(Resource)) ?? [];
        const [[operator = '', keys = {}] = []] = Object.entries(others);
        const patterns = [(keys as Record<string, unknown>)['dynamodb:LeadingKeys']].flat();
        const name = /(web|scorecards|directory|guidance|prepare|steering|plan|rollup|remind)/.exec(holder)?.[0];
        const actions = [Action].flat().map((action) => String(action).replace('dynamodb:', ''));
        return [name, table, actions.join(' '), operator.replace('ForAllValues:String', ''), ...patterns].join(' ');
      });
    expect(listed.toSorted()).toEqual(conditions.toSorted());
    // Nothing of what may vanish is granted without one.
    const whole = statementsOf(template).filter(
      ({ statement: { Resource, Condition } }) => !Condition && JSON.stringify(Resource)?.includes('"Transient"'),
    );
    expect(whole).toEqual([]);
  });

  const takeForms = Object.entries(routes).flatMap(([key, route]) => (key.startsWith('POST ') ? [route.function] : []));

  it.each([...new Set(takeForms)])('%s may keep what was typed into forms that come back', (name) => {
    for (const operation of ['Query', 'PutItem', 'DeleteItem']) {
      const granted = conditions.find((each) => each.startsWith(`${name} Transient ${operation} Like `));
      expect(granted?.split(' ')).toContain('draft#*');
    }
  });

  it('documents in private, by TLS alone, and for good once they are published; no role may delete one', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: Match.anyValue(),
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: {
          Rules: [
            Match.objectLike({
              Prefix: 'incoming/',
              ExpirationInDays: 1,
              NoncurrentVersionExpiration: { NoncurrentDays: 1 },
            }),
            Match.objectLike({ Prefix: 'files/', NoncurrentVersionExpiration: { NoncurrentDays: 35 } }),
          ],
        },
      },
    });
    for (const action of ['s3:DeleteObject', 's3:PutObjectAcl', 's3:PutBucketPolicy']) {
      expect(whoMay(template, action, 'Documents')).toEqual([]);
    }
    for (const action of ['s3:GetObject', 's3:PutObject']) {
      expect(new Set(whoMay(template, action, 'Documents'))).toEqual(new Set([expect.stringMatching(/guidance/)]));
    }
  });

  it('a forgotten password is reset by an address that no client may write', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      EmailVerificationMessage: Match.stringLikeRegexp('\\{####\\}'),
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', { WriteAttributes: ['locale'] });
  });

  it('nobody signs up alone', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
    });
  });
});

describe('the user pool has one door', () => {
  interface ClientProperties {
    readonly GenerateSecret?: boolean;
    readonly ExplicitAuthFlows?: readonly string[];
    readonly AllowedOAuthFlowsUserPoolClient?: boolean;
    readonly AllowedOAuthFlows?: readonly string[];
    readonly CallbackURLs?: readonly string[];
  }
  const clients = Object.values(resourcesOf<ClientProperties>(template, 'AWS::Cognito::UserPoolClient'));

  it('one client, with a secret, that takes passwords by the administrators’ operations alone', () => {
    expect(clients).toHaveLength(1);
    expect(clients[0]?.Properties.GenerateSecret).toBe(true);
    expect(clients[0]?.Properties.ExplicitAuthFlows?.toSorted()).toEqual([
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH', // CDK adds it; without the secret nobody can use it
    ]);
  });

  it('no pages of Cognito’s own, and no way in by another provider', () => {
    expect(clients[0]?.Properties).toMatchObject({ AllowedOAuthFlowsUserPoolClient: false });
    expect(clients[0]?.Properties.AllowedOAuthFlows).toBeUndefined();
    expect(clients[0]?.Properties.CallbackURLs).toBeUndefined();
    for (const type of ['AWS::Cognito::UserPoolDomain', 'AWS::Cognito::IdentityPool']) {
      template.resourceCountIs(type, 0);
    }
    expect(Object.keys(template.toJSON()['Resources'])).not.toContainEqual(expect.stringMatching(/IdentityProvider/));
  });

  it('the secret stands nowhere in the template: not in a variable, a parameter or an output', () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(/ClientSecret|Custom::DescribeCognito/);
  });

  it.each([
    ['AdminInitiateAuth', ['web']],
    ['AdminRespondToAuthChallenge', ['web']],
    ['DescribeUserPoolClient', ['web']],
    ['UpdateUserPoolClient', []],
    ['CreateUserPoolClient', []],
    ['UpdateUserPool', []],
  ])('%s is for %s', (operation, holders) => {
    const found = whoMay(template, `cognito-idp:${operation}`, 'Users').map(
      (name) => /Functions([a-z]+)role/.exec(name)?.[1],
    );
    expect(found).toEqual(holders);
  });

  it('the pool asks for no kinds of characters', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 10,
          RequireLowercase: false,
          RequireUppercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
        },
      },
    });
  });
});

describe('what the stack runs', () => {
  it('the functions on Node 24 and Graviton', () => {
    const functions = Object.entries(
      resourcesOf<{ Runtime: string; Architectures?: string[] }>(template, 'AWS::Lambda::Function'),
    ).filter(([id]) => /^(Functions|Reminders)/.test(id));
    expect(functions).toHaveLength(9);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('the routes of shared/access/routes.ts, and for every other address one that says so', () => {
    const found = Object.values(resourcesOf<{ RouteKey: string }>(template, 'AWS::ApiGatewayV2::Route'));
    const keys = found.map(({ Properties }) => Properties.RouteKey);
    expect(keys.toSorted()).toEqual([...Object.keys(routes), '$default'].toSorted());
  });

  it('an access log that says the route, and no address: some are secrets by themselves', () => {
    const stages = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    const Format = stages.map(({ Properties }) => Properties.AccessLogSettings.Format as string).join();
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(path|http\.path|requestOverride)/i);
  });

  it('functions that know by what the distribution is to be told from others', () => {
    const [distribution] = Object.values(
      resourcesOf<{ DistributionConfig: { Origins: { OriginCustomHeaders?: { HeaderValue: unknown }[] }[] } }>(
        template,
        'AWS::CloudFront::Distribution',
      ),
    );
    const proofs = distribution?.Properties.DistributionConfig.Origins.flatMap(
      ({ OriginCustomHeaders = [] }) => OriginCustomHeaders,
    ).map(({ HeaderValue }) => HeaderValue);
    expect(proofs).toHaveLength(1);
    const told = Object.values(
      resourcesOf<{ Environment?: { Variables: Record<string, unknown> } }>(template, 'AWS::Lambda::Function'),
    ).filter(({ Properties }) => Properties.Environment?.Variables['USER_POOL_CLIENT_ID']);
    expect(told.length).toBeGreaterThan(0);
    for (const { Properties } of told) expect(Properties.Environment?.Variables['ORIGIN_SECRET']).toEqual(proofs?.[0]);
  });

  it('a secret of the distribution that AWS generates, whose value no template holds', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
    });
    expect(Object.keys(resourcesOf(template, 'AWS::SecretsManager::Secret'))).toContain('OriginSecret1');
  });

  it.each([
    [[1, 2], '1', ['1', '2']],
    [[2, 1], '2', ['2', '1']],
    [[2], '2', ['2']],
  ])('with originSecrets %j it sends secret %s, and functions accept %s', (originSecrets, sent, accepted) => {
    const rotated = Template.fromStack(newStack(newApp(), { originSecrets }));
    const numbersIn = (value: unknown) => [...JSON.stringify(value).matchAll(/OriginSecret(\d+)/g)].map(([, n]) => n);
    expect(numbersIn(rotated.findResources('AWS::CloudFront::Distribution'))).toEqual([sent]);
    const [web] = Object.values(
      resourcesOf<{ Environment?: { Variables: Record<string, unknown> } }>(rotated, 'AWS::Lambda::Function'),
    ).filter(({ Properties }) => Properties.Environment?.Variables['FORM_SCRIPT']);
    expect(numbersIn(web?.Properties.Environment?.Variables['ORIGIN_SECRET'])).toEqual(accepted);
  });

  it('the night and the morning by the clock of Vietnam, and what fails is kept and wakes somebody', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 0 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      Target: { DeadLetterConfig: {} },
    });
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 7 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      Target: { DeadLetterConfig: {}, Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const alarms = Object.values(resourcesOf<{ AlarmActions?: unknown[] }>(template, 'AWS::CloudWatch::Alarm'));
    expect(alarms.length).toBeGreaterThan(0);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toHaveLength(1);
  });
});

describe('the throttle of the API', () => {
  it('lets through what is promised', () => {
    const [stage] = Object.values(
      resourcesOf<{ DefaultRouteSettings: { ThrottlingRateLimit: number; ThrottlingBurstLimit: number } }>(
        template,
        'AWS::ApiGatewayV2::Stage',
      ),
    );
    const { ThrottlingRateLimit: aSecond = 0, ThrottlingBurstLimit: atOnce = 0 } =
      stage?.Properties.DefaultRouteSettings ?? {};
    // From signing in to the receipt a report takes eight requests (`npm run bench -- phones` counts them).
    expect(aSecond).toBeGreaterThanOrEqual(50 * 8);
    // A hundred phones at once, each with all that it asks for in its first second.
    expect(atOnce).toBeGreaterThanOrEqual(100 * 8);
  });
});

describe('cdk-nag', () => {
  const audit = (addTo?: (stack: Stack) => void) => {
    const app = newApp();
    const stack = newStack(app);
    addTo?.(stack);
    Validations.of(app).addPlugins(new AwsSolutionsChecks());
    return () => app.synth();
  };

  it('finds nothing that has no written reason', () => {
    expect(audit()).not.toThrow();
  });

  it('would find a bucket that anyone can read over plain HTTP', () => {
    expect(audit((stack) => new Bucket(stack, 'Careless'))).toThrow();
  });
});
