import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf, type Owes } from '#functions/http/owing.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { canonical } from '#shared/digest.ts';
import type { FieldError } from '#shared/input/typed.ts';
import { type ParsedPlans, planField } from '#shared/visits/parse-plans.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

interface Form {
  readonly parsed: ParsedPlans;
  readonly refuse: (errors: readonly FieldError[]) => Promise<Answer>;
  readonly owes: (stored: VisitRevision) => Owes;
  readonly done: () => Answer;
}

/**
 * Plans several visits, or none while one of them is wrong. One that is planned in just these words already is planned:
 * sent twice is sent once.
 */
export async function planVisits(
  request: SignedIn,
  { parsed, refuse, owes, done }: Form,
  { visits }: { readonly visits: Pick<VisitStore, 'newest' | 'append'> },
): Promise<Answer> {
  if (!parsed.ok || request.unread.length > 0) {
    return refuse([...request.unread, ...(parsed.ok ? [] : parsed.errors)]);
  }
  const taken = (row: number): FieldError => ({ field: planField(row, 'date'), code: 'already-planned' });
  const rows = await Promise.all(
    parsed.plans.map(async (plan) => ({ ...plan, before: await visits.newest(plan.visit.id) })),
  );
  const isTaken = ({ visit, before }: (typeof rows)[number]) => {
    if (!before || before.state === 'dropped') return false;
    const { revision: _, by: __, at: ___, ...content } = before;
    return canonical(content) !== canonical(visit);
  };
  const refused = rows.filter(isTaken).map(({ row }) => taken(row));
  if (refused.length > 0) return refuse(refused);
  const outcomes = await Promise.all(
    rows.map(async ({ row, visit, before }) => {
      const change = changeOf<VisitRevision>(request.owing, owes);
      // A dropped visit may be planned again.
      const base = before?.state === 'dropped' ? before.revision : 0;
      const { kind, stored } = await visits.append(visit, base, authorshipOf(request), change.before);
      return { row, kind, change: kind === 'stale' ? undefined : change.stored(stored, kind === 'added') };
    }),
  );
  const audit = await request.owing.pay(outcomes.flatMap(({ change }) => change ?? []));
  // Somebody planned one of them in the meantime: the others stand.
  const stale = outcomes.filter(({ kind }) => kind === 'stale').map(({ row }) => taken(row));
  const answer = stale.length > 0 ? await refuse(stale) : done();
  return { ...answer, audit: [...audit, ...(answer.audit ?? [])] };
}
