import { ownerOf } from '#functions/http/form-owner.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import { type SentForm, unitIn } from '#shared/access/form-deed.ts';
import { fullName, isWithin, type UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';

/**
 * What a page says of an interrupted form: whose it is, and the name of its unit. Who is not signed in learns no name
 * that the form's owner could not see.
 */
export async function factsOf(
  form: SentForm,
  { directory, originSecrets }: Pick<HttpDeps, 'directory' | 'originSecrets'>,
): Promise<NonNullable<PageContext['interrupted']>> {
  const owner = ownerOf(form.typed['csrf'], originSecrets);
  if (!owner) return {};
  const about = unitIn(form);
  const nameOf = async (id: UnitId) => {
    const unit = await directory.unit(id).catch(() => undefined);
    return unit && fullName(unit);
  };
  const [own, other] = await Promise.all([
    nameOf(owner.unit),
    about && isWithin(about, owner.unit) ? nameOf(about) : undefined,
  ]);
  return { owner: { user: owner.user, unitName: own ?? owner.unit }, ...(other && { unitName: other }) };
}
