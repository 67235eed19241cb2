import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { refreshTokensAt } from '#functions/cognito/refresh-tokens.ts';
import { tokenVerifier } from '#functions/cognito/tokens.ts';
import { env } from '#functions/env.ts';
import type { HttpDeps } from '#functions/http/http-handler.tsx';
import { sessionsWith } from '#functions/http/sessions.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import type { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';

/** What every function that answers browsers works with, from its environment. */
export function httpDeps(db: ReturnType<typeof documentClient>, cognito: CognitoIdentityProviderClient) {
  const clientId = env('USER_POOL_CLIENT_ID');
  const endpoint = process.env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'];
  return {
    sessions: sessionsWith({
      verifyToken: tokenVerifier(env('USER_POOL_ID'), clientId, endpoint),
      store: sessionStore(db, env('TRANSIENT_TABLE')),
      tokens: refreshTokensAt(cognito, clientId),
    }),
    directory: directoryStore(db, env('CELLS_TABLE')),
    edgeProof: env('EDGE_PROOF'),
    audit: auditStore(db, env('AUDIT_TABLE'), Number(env('AUDIT_DAYS'))),
  } satisfies HttpDeps;
}
