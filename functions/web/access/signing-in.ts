import { secretHashOf } from '#functions/cognito/client-secret.ts';
import { ownPasswordAt } from '#functions/cognito/own-password.ts';
import { recoveryAt } from '#functions/cognito/recovery.ts';
import { secondFactorWith } from '#functions/cognito/second-factor.ts';
import { signInWith } from '#functions/cognito/sign-in.ts';
import { env } from '#functions/env.ts';
import { cognito } from '#functions/http/pool.ts';

const client = env('USER_POOL_CLIENT_ID');
const secretHash = secretHashOf(cognito, env('USER_POOL_ID'), client);

/** Signing in at the function's user pool, and all that comes with it. */
export const signIn = signInWith(cognito, env('USER_POOL_ID'), client, secretHash);
export const ownPassword = ownPasswordAt(cognito, signIn);
export const recovery = recoveryAt(cognito, client, secretHash);
export const secondFactor = secondFactorWith(cognito);
