import {
  CodeMismatchError,
  CognitoError,
  InvalidParameterError,
  NotAuthorizedError,
} from 'cognito-local/lib/errors.js';
import type { Route, Router } from 'cognito-local/lib/server/Router.js';
import type { CognitoService } from 'cognito-local/lib/services/cognitoService.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import { attributeValue, type UserPool, type UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import { type ClientCall, checkClient } from '#infra/local/cognito/cognito-client.ts';
import { type AccountCall, checkAccount, inPages } from '#infra/local/cognito/cognito-limits.ts';
import { Issued } from '#infra/local/cognito/issued.ts';

interface Request extends ClientCall, Omit<AccountCall, 'Username'> {
  AccessToken?: string;
  ChallengeName?: string;
  Session?: string;
  UserPoolId?: string;
  Password?: string;
  TemporaryPassword?: string;
  SoftwareTokenMfaSettings?: { Enabled?: boolean };
}

/**
 * Corrects cognito-local where our pages would notice that Amazon's Cognito answers otherwise: capitals in user names,
 * the answer to a wrong password (also while a new one is due), whose and how long good the sessions of challenges and the
 * access tokens are, who may reset a forgotten password by mail and what others are answered, the password policy, names,
 * attributes and pages, and the client's secret and flows. It also adds what is missing: an administrator can sign a user in and out, and drop a second
 * factor. Each call is made whole before the next: cognito-local writes a user back as it read it, and would undo what
 * another call did in between.
 */
export function asAmazonAnswers(router: Router, cognito: CognitoService): Router {
  const issued = new Issued();
  let before: Promise<unknown> = Promise.resolve();
  return (operation): Route =>
    (context, request) => {
      const answer = before.then(() => answerOne(operation, context, request));
      before = answer.catch(() => undefined);
      return answer;
    };

  async function answerOne(operation: string, context: Context, request: Request): Promise<object> {
    if (request.AccessToken) issued.checkToken(request.AccessToken);
    const pool = request.UserPoolId
      ? await cognito.getUserPool(context, request.UserPoolId)
      : request.ClientId && (await cognito.getUserPoolForClientId(context, request.ClientId));
    if (!pool) return router(operation)(context, request);

    const client = request.ClientId && (await cognito.getAppClient(context, request.ClientId));
    if (client) await checkClient(operation, request, { client, pool, context });

    checkAccount(operation, request, pool.options);
    const { AuthParameters, ChallengeResponses } = request;
    if (pool.options.UsernameConfiguration?.CaseSensitive === false) {
      if (request.Username) request.Username = request.Username.toLowerCase();
      for (const names of [AuthParameters, ChallengeResponses]) {
        if (names?.['USERNAME']) names['USERNAME'] = names['USERNAME'].toLowerCase();
      }
    }
    if (operation === 'AdminSetUserMFAPreference') return dropSecondFactor(pool, context, request);
    if (operation === 'AdminUserGlobalSignOut') {
      const user = await userOf(pool, context, request);
      issued.revoke(user.Username);
      await pool.saveUser(context, { ...user, RefreshTokens: [] });
      return {};
    }
    if (operation === 'ForgotPassword' && !(await mayRecover(pool, context, request))) {
      return { CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'x***@x***' } };
    }
    if (operation === 'ConfirmForgotPassword') {
      const user = await pool.getUserByUsername(context, request.Username ?? '');
      if (!user?.Enabled || !user.ConfirmationCode) throw new CodeMismatchError();
    }
    if (operation === 'AdminInitiateAuth' && request.AuthFlow === 'ADMIN_USER_PASSWORD_AUTH') {
      const user = await pool.getUserByUsername(context, AuthParameters?.['USERNAME'] ?? '');
      if (!user?.Enabled || user.Password !== AuthParameters?.['PASSWORD']) {
        throw new NotAuthorizedError('Incorrect username or password.');
      }
    }
    const name = AuthParameters?.['USERNAME'] ?? ChallengeResponses?.['USERNAME'] ?? '';
    if (operation === 'AdminRespondToAuthChallenge') {
      issued.checkSession(name, request);
      const user = await pool.getUserByUsername(context, name);
      if (!user?.Enabled) throw new NotAuthorizedError('User is disabled.');
    }
    const chosen = request.Password ?? request.TemporaryPassword ?? ChallengeResponses?.['NEW_PASSWORD'];
    if (chosen) checkPassword(chosen, pool.options);
    const reply = await asNobody(operation, request, (name, asked) => router(name)(context, asked));
    if (operation === 'AdminRespondToAuthChallenge') issued.use(request);
    issued.note(name, reply);
    return inPages(reply, request);
  }
}

/** cognito-local lacks the administrators' operations of signing in, or does only half of them: the public ones do it. */
function asNobody(
  operation: string,
  request: Request,
  call: (operation: string, request: Request) => Promise<object>,
): Promise<object> {
  if (request.AuthFlow === 'ADMIN_USER_PASSWORD_AUTH') {
    return call('InitiateAuth', { ...request, AuthFlow: 'USER_PASSWORD_AUTH' });
  }
  return call(operation === 'AdminRespondToAuthChallenge' ? 'RespondToAuthChallenge' : operation, request);
}

/** Whether the account exists; clients are not told that it does not. */
async function mayRecover(pool: UserPoolService, context: Context, { Username = '' }: Request): Promise<boolean> {
  const user = await pool.getUserByUsername(context, Username);
  if (!user) return false;
  const ways = pool.options.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (!ways.some(({ Name }) => Name === 'verified_email')) {
    throw new NotAuthorizedError('Contact administrator to reset password.');
  }
  if (!user.Enabled) throw new NotAuthorizedError('User is disabled.');
  if (user.UserStatus === 'FORCE_CHANGE_PASSWORD') {
    throw new NotAuthorizedError('User password cannot be reset in the current state.');
  }
  const isVerified = attributeValue('email_verified', user.Attributes) === 'true';
  if (!isVerified || !attributeValue('email', user.Attributes)) {
    throw new InvalidParameterError(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
  return true;
}

async function dropSecondFactor(pool: UserPoolService, context: Context, request: Request): Promise<object> {
  if (request.SoftwareTokenMfaSettings?.Enabled !== false)
    throw new CognitoError('InvalidParameterException', 'only off');
  const user = await userOf(pool, context, request);
  const { SoftwareTokenMfaConfiguration, PreferredMfaSetting, UserMFASettingList, ...rest } = user;
  await pool.saveUser(context, rest);
  return {};
}

async function userOf(pool: UserPoolService, context: Context, { Username = '' }: Request) {
  const user = await pool.getUserByUsername(context, Username);
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return user;
}

/** Amazon's own pattern for every password, and the pool's policy. */
function checkPassword(password: string, { Policies }: UserPool): void {
  if (!/^\S+.*\S+$/.test(password) || [...password].length > 256) {
    throw new InvalidParameterError('1 validation error detected: Value at password failed to satisfy constraint');
  }
  const policy = Policies?.PasswordPolicy ?? {};
  const faults = [
    [...password].length < (policy.MinimumLength ?? 8) && 'Password not long enough',
    policy.RequireLowercase && !/\p{Ll}/u.test(password) && 'Password must have lowercase characters',
    policy.RequireUppercase && !/\p{Lu}/u.test(password) && 'Password must have uppercase characters',
    policy.RequireNumbers && !/[0-9]/.test(password) && 'Password must have numeric characters',
    policy.RequireSymbols && !/[^\p{L}0-9]/u.test(password) && 'Password must have symbol characters',
  ];
  const fault = faults.find((text) => typeof text === 'string');
  if (fault) {
    throw new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${fault}`);
  }
}
