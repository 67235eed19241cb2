import { tryChange } from '#functions/cognito/change-rights.ts';
import type { OwnPassword } from '#functions/cognito/own-password.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import type { DeviceStore } from '#functions/store/device-store.ts';
import { type AccountDeps, accountAgain } from '#functions/web/access/account.tsx';
import { checkPassword, chosenIn, unitNames } from '#functions/web/access/check-password.ts';
import { letIn, type SignInDeps } from '#functions/web/access/go-on.tsx';
import { readCode } from '#functions/web/access/pending-steps.tsx';
import { recordOf } from '#functions/web/access/record-of.ts';
import { throttled } from '#functions/web/access/throttled.ts';
import { normalPassword } from '#shared/access/password.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { OwnPasswordProblem } from '#web/access/own-password-form.tsx';

type Deps = SignInDeps &
  AccountDeps & { readonly ownPassword: OwnPassword; readonly devices: Pick<DeviceStore, 'forget'> };

/**
 * Changes the password of the user's own account. The old one is asked for, and a wrong one counts as a guess. Every
 * session ends and every device is forgotten; this browser goes on.
 */
export const changeOwnPassword: Action<Deps> = async (request, deps): Promise<Answer> => {
  const { user, unit } = request.viewer;
  const { body } = request;
  const again = (problem: OwnPasswordProblem) => accountAgain(request, problem, deps);
  const old = normalPassword(body['old'] ?? '');
  if (old === '') return again('wrong-old');
  const chosen = chosenIn(body);
  const problem = await checkPassword(chosen, user, await unitNames(unit, deps));
  if (problem) return again(problem);
  const change = { user, old, code: readCode(body['code'] ?? ''), password: chosen.password };
  const owes = { kind: 'account', of: `password ${user}` } as const;
  const owed = await request.owing.note(owes);
  let rights = '';
  const outcome = await throttled(user, request, deps, async () => {
    const ask = async () => {
      const tried = await deps.ownPassword(change);
      if (tried.kind === 'changed') await deps.accounts.signOut(user); // at the user pool, too
      return tried;
    };
    const tried = await tryChange(user, { ask, isChange: ({ kind }) => kind === 'changed' }, deps);
    rights = tried?.rights ?? rights;
    return tried?.outcome ?? ({ kind: 'refused', at: 'old' } as const);
  });
  if (outcome.kind !== 'changed') await request.owing.drop(owed);
  switch (outcome.kind) {
    case 'wait':
      return again({ minutes: outcome.minutes });
    case 'locked':
      return again({ minutes: 1 });
    case 'bad-password':
      return again('not-taken');
    case 'refused':
      return {
        ...(await again(outcome.at === 'old' ? 'wrong-old' : 'wrong-code')),
        audit: await recordOf('refused', user, deps),
      };
    case 'changed': {
      await deps.devices.forget(user, request.now);
      const next = pathTo('/account', {}, { password: 'changed' });
      const inside = await letIn({ user, rights }, { ...request, body: { next } }, deps);
      const entries = await request.owing.pay([{ owes, owed }]);
      return { ...inside, audit: [...entries, ...(inside.audit ?? [])] };
    }
  }
};
