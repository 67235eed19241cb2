import type { Accounts } from '#functions/cognito/accounts.ts';
import type { ChangeDeps } from '#functions/cognito/make-change.ts';
import { countWaiting, moveAccounts } from '#functions/cognito/move-accounts.ts';
import { refusalWords } from '#functions/directory/units/refusal-words.ts';
import { reportedSince } from '#functions/directory/units/reported-since.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { districtsOf, type ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import { carryOut, prepareReorganisation, type ReorganiseStores } from '#functions/store/reorganise-units.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { lastReorganisation, prepareUndo, type UndoRefusal } from '#functions/store/undo-reorganisation.ts';
import { accountRecord } from '#shared/access/accounts.ts';
import { type AuditKind, shortAddress } from '#shared/access/audit.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { monthAt } from '#shared/period.ts';
import { parsePlan } from '#shared/units/reorganise/parse-plan.ts';
import { writePlan } from '#shared/units/reorganise/read-plan.ts';
import { reorganiseTexts } from '#shared/units/reorganise/texts/page.ts';
import { previewWords } from '#shared/units/reorganise/texts/reorganisation.ts';
import { compareUnits, districtOf, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';
import { ReorganisePage } from '#web/units/reorganise-page.tsx';

interface Deps extends ChangeDeps, Omit<ReorganiseStores, 'record' | 'reported' | 'directory' | 'scorecards'> {
  readonly accounts: ChangeDeps['accounts'] & Pick<Accounts, 'within'>;
  readonly directory: ReorganiseStores['directory'] & Pick<DirectoryStore, 'subtree' | 'unitRevisions'>;
  readonly scorecards: ReorganiseStores['scorecards'] & Pick<ScorecardStore, 'current'>;
  readonly audit: HttpDeps['audit'];
}

/** The browser waits meanwhile; whoever comes next moves the rest. */
const MOVES_AT_ONCE = 40;

/** What the page shows besides the form. */
interface Said {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly refused?: readonly string[];
  readonly preview?: Parameters<typeof ReorganisePage>[0]['preview'];
}

/** Shows the form for a plan, and the last reorganisation with the way back. */
export const showReorganising: Action<Deps> = (request, deps) => show(200, {}, request, deps);

/** Says what a plan would do, carries it out, undoes the last one, or lets accounts follow. */
export const reorganise: Action<Deps> = async (request, deps) => {
  const { body, viewer, lang, unread } = request;
  const district = districtOf(viewer.unit);
  const { csrf, action, undoReason, reason, ...plan } = body;
  // Not a part of the plan.
  const typed = { ...plan, ...(reason && { reason }) };
  // Half of an act may be left from a lost process: it is completed first.
  await deps.directory.settleReorganisation(district);
  await follow(district, request, deps);
  if (action === 'continue') return seeOther(pathTo('/directory/reorganise', {}));
  if (action === 'undo' && unread.length === 0) return undo(request, deps);
  if (action === 'undo') return show(422, { typed: body, errors: unread }, request, deps);
  if (action !== 'preview' && action !== 'carry-out') return problem('bad-request', lang);

  const parsed = parsePlan(plan, district, await communesOf(request, deps));
  if (!parsed.ok || unread.length > 0) {
    const { errors, unread: bad } = parsed.ok ? { errors: [] } : parsed;
    const refused = bad ? [reorganiseTexts[lang].badFile(bad)] : [];
    const others = errors.filter(({ field }) => !unread.some((each) => each.field === field));
    return show(422, { typed, errors: [...unread, ...others], refused }, request, deps);
  }
  const { month, acts } = parsed.plan;
  const accounts = await deps.accounts.within(district);
  const said = readReason(body, 'optional');
  const entry = { ...authorshipOf(request), ...(said.ok && said.reason && { reason: said.reason }) };
  const prepared = await prepareReorganisation(district, parsed.plan, accounts, entry, storesOf(request, deps), 'own');
  if (prepared.kind !== 'ready') return refuse(prepared, typed, request, deps);
  const { act, preview } = prepared;
  if (action === 'carry-out' && said.ok) return finish(act, 'done', typed, request, deps);
  const says = previewWords({ ...preview, accounts: act.moves.length }, month, lang);
  const shown = { says, month: monthDigits(month), plan: writePlan(acts) };
  const errors = said.ok ? [] : said.errors;
  return show(said.ok ? 200 : 422, { typed, errors, preview: shown }, request, deps);
};

async function undo(request: SignedIn, deps: Deps): Promise<Answer> {
  const { body, viewer } = request;
  const district = districtOf(viewer.unit);
  const said = readReason(body, 'required', 'undoReason');
  const typed = { undoReason: body['undoReason'] ?? '' };
  if (!said.ok) return show(422, { typed, errors: said.errors }, request, deps);
  const { reason } = said;
  const last = await lastReorganisation(district, deps);
  const roots = last ? districtsOf(last) : [district];
  const accounts = (await Promise.all(roots.map((root) => deps.accounts.within(root)))).flat();
  const prepared = await prepareUndo(district, accounts, { ...authorshipOf(request), reason }, storesOf(request, deps));
  return prepared.kind === 'ready'
    ? finish(prepared.act, 'undone', typed, request, deps)
    : refuse(prepared, typed, request, deps);
}

async function finish(
  act: ReorganisationAct,
  done: 'done' | 'undone',
  typed: Typed,
  request: SignedIn,
  deps: Deps,
): Promise<Answer> {
  const outcome = await carryOut(act, storesOf(request, deps));
  if (outcome !== 'done') return refuse({ kind: outcome }, typed, request, deps);
  await follow(act.district, request, deps);
  return seeOther(pathTo('/directory/reorganise', {}, { done }));
}

function refuse(refusal: UndoRefusal, typed: Typed, request: SignedIn, deps: Deps): Promise<Answer> {
  const status = refusal.kind === 'busy' ? 409 : 422;
  return show(status, { typed, refused: refusalWords(refusal, request.lang) }, request, deps);
}

/** Lets accounts go along with units that have moved, as many as the browser can wait for. */
async function follow(district: UnitId, request: SignedIn, deps: Deps): Promise<void> {
  const { reorganisations } = deps.directory;
  const recordMove = ({ from, ...account }: { readonly from: UnitId } & Parameters<Accounts['move']>[0]) =>
    record(request, deps, districtOf(account.unit), 'account', accountRecord({ kind: 'move', account }));
  await moveAccounts(district, request.now, { ...deps, reorganisations, recordMove }, MOVES_AT_ONCE);
}

function storesOf(request: SignedIn, deps: Deps) {
  const recordAct = (district: UnitId, of: string) => record(request, deps, district, 'changed', of);
  return { ...deps, record: recordAct, reported: reportedSince(deps.scorecards, request.now) };
}

/** Before the change: an entry too many rather than a change that nobody knows of. */
async function record(
  request: SignedIn,
  { audit }: Pick<Deps, 'audit'>,
  district: UnitId,
  kind: AuditKind,
  of: string,
): Promise<void> {
  const { by, at } = authorshipOf(request);
  await audit.append(district, { kind, at, by, of, from: shortAddress(request.address) });
}

async function communesOf({ viewer, now }: SignedIn, { directory }: Deps): Promise<readonly Unit[]> {
  const units = await directory.subtree(districtOf(viewer.unit));
  return standingIn(monthAt(now), units)
    .filter(({ level }) => level === 'commune')
    .sort(compareUnits);
}

async function show(status: 200 | 409 | 422, said: Said, request: SignedIn, deps: Deps): Promise<Answer> {
  const { viewer, now, query, lang } = request;
  const district = districtOf(viewer.unit);
  const [communes, last, waiting] = await Promise.all([
    communesOf(request, deps),
    lastReorganisation(district, deps),
    countWaiting(district, now, { reorganisations: deps.directory.reorganisations }),
  ]);
  const done = (['done', 'undone'] as const).find((each) => each === query['done']);
  const { errors = [], refused = [], preview } = said;
  const isWrong = errors.length > 0 || refused.length > 0;
  return {
    status,
    of: { unit: viewer.unit, page: reorganiseTexts[lang].title },
    json: isWrong
      ? { type: 'urn:problem:invalid-plan', title: 'Chưa thực hiện được', status, errors, refused }
      : { communes, waiting, ...(preview && { preview }), ...(last && { last: { number: last.number } }) },
    page: (context) => (
      <ReorganisePage
        context={context}
        communes={communes}
        waiting={waiting}
        {...(said.typed && { typed: said.typed })}
        errors={errors}
        refused={refused}
        {...(preview && { preview })}
        {...(done && { done })}
        {...(last && { last: { month: last.month, at: last.at, by: last.by.user } })}
      />
    ),
  };
}
