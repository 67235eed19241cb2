import { CognitoError } from 'cognito-local/lib/errors.js';
import { Router } from 'cognito-local/lib/server/Router.js';
import { DateClock } from 'cognito-local/lib/services/clock.js';
import {
  type CognitoService,
  CognitoServiceFactoryImpl,
  USER_POOL_AWS_DEFAULTS,
} from 'cognito-local/lib/services/cognitoService.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { Services } from 'cognito-local/lib/services/index.js';
import { otp } from 'cognito-local/lib/services/otp.js';
import { JwtTokenGenerator } from 'cognito-local/lib/services/tokenGenerator.js';
import { UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService.js';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { asAmazonAnswers } from '#infra/local/cognito/cognito-differences.ts';
import { makePools } from '#infra/local/cognito/cognito-pools.ts';
import { JsonStoreFactory } from '#infra/local/cognito/json-store.ts';
import { Lockout } from '#infra/local/cognito/lockout.ts';
import type { Reply } from '#infra/local/iam/reply.ts';
import type { Mailbox } from '#infra/local/ses/mailbox.ts';

export interface UserDirectory {
  /** Answers one call of the Cognito API, by the operation's name in `X-Amz-Target`. */
  call(operation: string, request: object): Promise<Reply>;
  /** Turns the clock of the accounts' locks on. */
  turnLocks(seconds: number): void;
}

const silent = () => undefined;
const logger: Context['logger'] = { debug: silent, info: silent, warn: silent, error: silent, child: () => logger };

/** Runs cognito-local as a library, with the template's pools, groups and clients; `directory` holds its files. */
export async function startCognito(stack: LocalStack, directory: string, mail: Mailbox): Promise<UserDirectory> {
  const services = await servicesOf(directory, mail);
  await makePools(stack, services.cognito, { logger });
  const lockout = new Lockout();
  const route = lockout.around(asAmazonAnswers(Router(services), services.cognito), services.cognito);
  return {
    turnLocks: (seconds) => lockout.turnClock(seconds),
    async call(operation, request) {
      try {
        return { status: 200, body: asAmazonWrites(await route(operation)({ logger }, request)) };
      } catch (error) {
        if (!(error instanceof CognitoError)) throw error;
        return { status: 400, body: { __type: error.code, message: error.message } };
      }
    },
  };
}

async function servicesOf(directory: string, mail: Mailbox): Promise<Services> {
  const clock = new DateClock();
  const stores = new JsonStoreFactory(directory);
  const pools = new UserPoolServiceFactoryImpl(clock, stores);
  const cognito: CognitoService = await new CognitoServiceFactoryImpl(directory, stores, pools).create(
    { logger },
    USER_POOL_AWS_DEFAULTS,
  );
  // No function of the template is a trigger of the pool.
  const triggers = { enabled: () => false } as unknown as Services['triggers'];
  const tokens = { IssuerDomain: `https://cognito-idp.${region}.amazonaws.com` };
  return {
    clock,
    cognito,
    config: {} as Services['config'],
    messages: {
      async deliver(context, _source, _client, pool, _user, code, _metadata, { Destination: to }) {
        const { EmailVerificationMessage: text = '', EmailVerificationSubject: subject = '' } = (
          await cognito.getUserPool(context, pool)
        ).options;
        // The sender is Cognito's own.
        mail.deliver({ from: 'no-reply@verificationemail.com', to, subject, text: text.replace('{####}', code) });
      },
    },
    otp,
    tokenGenerator: new JwtTokenGenerator(clock, triggers, tokens),
    triggers,
  };
}

/** Writes times in seconds, as this API does. */
function asAmazonWrites(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, function (this: Record<string, unknown>, key: string, item: unknown) {
      const original = this[key];
      return original instanceof Date ? Math.floor(original.getTime() / 1000) : item;
    }),
  );
}
