import { CodeMismatchError, NotAuthorizedError } from 'cognito-local/lib/errors.js';
import type { Route, Router } from 'cognito-local/lib/server/Router.js';
import type { CognitoService } from 'cognito-local/lib/services/cognitoService.js';

const FREE_FAILURES = 4;
const LONGEST_LOCK_MS = 15 * 60_000;
const QUIET_MS = 15 * 60_000;

interface SignInRequest {
  readonly ClientId?: string;
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
}

interface Failures {
  count: number;
  lockedUntil: number;
  /** When somebody tried last, also in vain while the account was locked. */
  triedAt: number;
}

/**
 * Locks accounts out as Amazon's Cognito does, which cognito-local does not: the fifth failure in a row for a second,
 * each further one for twice as long. A sign-in clears the count, and so does a quarter of an hour without a try. Who
 * tries while the account is locked learns nothing, and the lock stays as long as it is.
 *
 * @see Amazon Cognito Developer Guide, "Lockout behavior for failed sign-in attempts"
 */
export class Lockout {
  private readonly accounts = new Map<string, Failures>();
  private turned = 0;

  /** For tests, which do not wait by the clock: so much later it is for the locks alone. */
  turnClock(seconds: number): void {
    this.turned += seconds * 1000;
  }

  /** Puts the locks before the answers of a pool. */
  around(router: Router, cognito: CognitoService): Router {
    return (operation): Route =>
      async (context, request: SignInRequest) => {
        const { ClientId, AuthParameters, ChallengeResponses } = request;
        const isSignIn = operation === 'AdminInitiateAuth' || operation === 'AdminRespondToAuthChallenge';
        const ask = () => router(operation)(context, request);
        if (!isSignIn || !ClientId) return ask();
        const name = (AuthParameters ?? ChallengeResponses)?.['USERNAME'] ?? '';
        const pool = await cognito.getUserPoolForClientId(context, ClientId);
        const user = await pool.getUserByUsername(context, name.toLowerCase());
        return user ? this.during(`${pool.options.Id} ${user.Username}`, ask) : ask();
      };
  }

  /**
   * Asks on behalf of an account unless it is locked.
   *
   * @throws {NotAuthorizedError} as the pool does, without having asked, if it is
   */
  async during<Answer>(account: string, ask: () => Promise<Answer>): Promise<Answer> {
    const now = Date.now() + this.turned;
    const earlier = this.accounts.get(account);
    const isOver = !earlier || now - earlier.triedAt >= QUIET_MS;
    const failures = isOver ? { count: 0, lockedUntil: 0, triedAt: now } : earlier;
    failures.triedAt = now;
    this.accounts.set(account, failures);
    if (failures.lockedUntil > now) throw new NotAuthorizedError('Password attempts exceeded');
    try {
      const answer = await ask();
      if ((answer as { readonly AuthenticationResult?: object }).AuthenticationResult) this.accounts.delete(account);
      return answer;
    } catch (error) {
      if (error instanceof NotAuthorizedError || error instanceof CodeMismatchError) lockAfterOneMore(failures, now);
      throw error;
    }
  }
}

function lockAfterOneMore(failures: Failures, now: number): void {
  failures.count += 1;
  if (failures.count <= FREE_FAILURES) return;
  failures.lockedUntil = now + Math.min(1000 * 2 ** (failures.count - FREE_FAILURES - 1), LONGEST_LOCK_MS);
}
