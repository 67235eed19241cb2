import {
  AccountRecovery,
  type CfnUserPool,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ONE_TIME_DAYS, SHORTEST_PASSWORD } from '#shared/access/password.ts';
import { routes } from '#shared/access/routes.ts';
import { PENDING_MINUTES } from '#shared/access/session.ts';

/** The user pool. People sign in by a user name: few have an e-mail address, and a cell has none of its own. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct) {
    super(scope, 'SignIn');
    this.pool = new UserPool(this, 'Users', {
      // Passwords, codes of an authenticator app and mails are all we need; new pools get a more expensive plan.
      featurePlan: FeaturePlan.LITE,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      // Only the district enters the address: no client may write it.
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userVerification: {
        emailSubject: 'Sổ Chi Bộ: mã đặt lại mật khẩu',
        emailBody:
          'Mã đặt lại mật khẩu của đồng chí là {####}, có hiệu lực 1 giờ. Nếu không yêu cầu, đề nghị bỏ qua thư này và không chuyển mã cho ai.',
      },
      mfa: Mfa.OPTIONAL, // each district decides for its own accounts: `functions/web/access/sign-in.tsx`
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        // No kinds of characters (NIST SP 800-63B-4); what else a password must not be: `shared/access/password.ts`.
        minLength: SHORTEST_PASSWORD,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(ONE_TIME_DAYS),
      },
      customAttributes: {
        unit: new StringAttribute({ mutable: true, maxLen: 256 }),
        group: new StringAttribute({ mutable: true, maxLen: 8 }),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    (this.pool.node.defaultChild as CfnUserPool).overrideLogicalId('Users');

    for (const role of namedRoles()) this.pool.addGroup(role, { groupName: role });
    this.client = this.pool.addClient('Pages', {
      // The pool's own door is shut twice, since the client's id is no secret: a call must show the client's secret, and
      // passwords are taken by the administrators' operations only, which need the right of a role.
      generateSecret: true,
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      authSessionValidity: Duration.minutes(PENDING_MINUTES),
      // No function keeps it: a session is an item of ours. The pool issues none that expires sooner.
      refreshTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
      readAttributes: new ClientAttributes().withCustomAttributes('unit', 'group'),
      // Without a list, users could write every mutable attribute: also their unit, which decides their access.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });

    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG1',
        reason:
          'Kinds of characters make passwords that are easy to guess (NIST SP 800-63B-4); length, common passwords and the account’s own words are checked before the pool is asked.',
      },
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Communes sign in from shared, old machines and have no second factor to hand; a district may ask its own accounts for one.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan is priced a user a month; tries are limited by account, network and device.',
      },
    );
  }
}

/** The roles of all routes: each is a group of the pool. */
function namedRoles(): Set<string> {
  return new Set(Object.values(routes).flatMap(({ roles }) => (roles === 'everyone' ? [] : [...roles])));
}
