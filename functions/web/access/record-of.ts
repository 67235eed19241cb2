import type { SignIn } from '#functions/cognito/sign-in.ts';
import type { ToRecord } from '#functions/http/answer.ts';
import { districtOf } from '#shared/units/units.ts';

/**
 * The audit's entry for what somebody from outside tried at an account. The user pool is called even if no such account
 * exists, so that both answers take the same time.
 */
export async function recordOf(
  kind: 'code-asked' | 'recovered' | 'refused',
  user: string,
  { signIn: pool }: { readonly signIn: Pick<SignIn, 'unitOf'> },
): Promise<ToRecord[]> {
  const unit = await pool.unitOf(user);
  return [unit ? { kind, of: user, district: districtOf(unit) } : { kind }];
}
