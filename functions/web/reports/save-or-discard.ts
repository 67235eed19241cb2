import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { DraftKey, DraftStore } from '#functions/store/draft-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Month } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface SaveDeps {
  readonly drafts: Pick<DraftStore, 'save' | 'remove'>;
}

/** The form: an amendment or a new report. */
export type DraftScope =
  | { readonly amends: ReportId }
  | { readonly cell: UnitId; readonly month: Month; readonly kind?: string };

/** A draft belongs to its author alone. Each form has its own, so thematic and regular meetings do not mix. */
export function draftKey({ user }: Pick<Session, 'user'>, form: DraftScope): DraftKey {
  return { user, form: 'amends' in form ? form.amends : `${form.cell}_${form.month}_${form.kind ?? 'regular'}` };
}

/** Saves a form for later, or deletes what was saved. Both reopen the form. */
export async function saveOrDiscard(
  button: 'save' | 'discard',
  { viewer, now }: SignedIn,
  form: DraftScope,
  { typed, base }: { readonly typed: Typed; readonly base: number },
  { drafts }: SaveDeps,
): Promise<Answer> {
  const key = draftKey(viewer, form);
  if (button === 'save') await drafts.save(key, { typed, baseRevision: base }, now);
  else await drafts.remove(key);
  const query = 'amends' in form ? { amend: form.amends } : { ...form };
  return seeOther(pathTo('/reports/new', {}, query));
}
