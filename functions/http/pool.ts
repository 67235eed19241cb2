import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { env } from '#functions/env.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';

/** The client by which a function that answers browsers asks the user pool. */
export const cognito = new CognitoIdentityProviderClient(clientTimeouts);

/** The accounts of the function's user pool. */
export const accounts = accountsIn(cognito, env('USER_POOL_ID'));
