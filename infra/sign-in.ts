import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
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
import { Construct } from 'constructs';
import { SHORTEST_PASSWORD } from '#shared/access/password.ts';
import { routes } from '#shared/access/routes.ts';
import { SESSION_HOURS } from '#shared/access/session.ts';

/** Who may sign in. Users are named, and few have an e-mail address: a cell has none of its own. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct) {
    super(scope, 'SignIn');
    this.pool = new UserPool(this, 'Users', {
      // Passwords, codes of an authenticator app and mails are all it is asked for; new pools take a dearer plan.
      featurePlan: FeaturePlan.LITE,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      // Only an address that the district has entered: no client may write it.
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userVerification: {
        emailSubject: 'Sổ Chi Bộ: mã đặt lại mật khẩu',
        emailBody:
          'Mã đặt lại mật khẩu của đồng chí là {####}, có hiệu lực 1 giờ. Nếu không yêu cầu, đề nghị bỏ qua thư này và không chuyển mã cho ai.',
      },
      mfa: Mfa.OPTIONAL, // a district asks its own accounts for it: `functions/web/access/sign-in.tsx`
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: SHORTEST_PASSWORD,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
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
      authFlows: { userPassword: true },
      generateSecret: false,
      disableOAuth: true,
      preventUserExistenceErrors: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      // A session ends with it, whatever is done in it.
      refreshTokenValidity: Duration.hours(SESSION_HOURS),
      enableTokenRevocation: true,
      readAttributes: new ClientAttributes().withCustomAttributes('unit', 'group'),
      // Without a list, a signed-in user could write every mutable attribute: the own unit, and so the own rights.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });

    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Communes sign in from shared, old machines and have no second factor to hand; a district may ask its own accounts for one.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan is priced a user a month; Cognito itself locks an account out after repeated guesses.',
      },
    );
  }
}

/** Every role that some route names is a group of the pool. */
function namedRoles(): Set<string> {
  return new Set(Object.values(routes).flatMap(({ roles }) => (roles === 'everyone' ? [] : [...roles])));
}
