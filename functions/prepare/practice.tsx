import { type Answer, seeOther } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { type PracticeSource, practiceDeps } from '#functions/practice/practice-deps.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { parsePractice, practiceType } from '#shared/practice/parse-practice.ts';
import { type Practice, practiceCell, practiceEnd, practiceMonth } from '#shared/practice/practice.ts';
import { sceneReport } from '#shared/practice/scene.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { ChoiceField } from '#shared/reports/field.ts';
import { districtOf, standingIn } from '#shared/units/units.ts';
import { PracticePage, practiceNews } from '#web/practice/practice-page.tsx';
import type { PracticeProgress } from '#web/practice/practice-steps.tsx';

type Deps = PracticeSource & {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'>;
  readonly library: Pick<LibraryStore, 'all'>;
};

/** Shows the steps of a practice month, or how to begin one. */
export const showPractice: Action<Deps> = async (request, deps) => {
  const { viewer, now, query } = request;
  const [practice, type] = await Promise.all([deps.practices.find(viewer.user, now), loadType(viewer, now, deps)]);
  const news = practiceNews.find((each) => each === query['just']);
  const [only, ...others] = codesOf(type.choices);
  const typed = only !== undefined && others.length === 0 ? { type: only } : {};
  return practiceAnswer(request, practice, deps, { type, typed, ...(news && { news }) });
};

/** Begins a practice month, begins it again, or erases it. */
export const leadPractice: Action<Deps> = async (request, deps) => {
  const { viewer, now, body, lang, unread } = request;
  const { csrf, action, ...typed } = body;
  const { user } = viewer;
  const running = await deps.practices.find(user, now);
  if (action === 'empty') {
    await deps.practices.empty(user);
    return seeOther(pathTo('/practice', {}, { just: 'emptied' }));
  }
  if (action !== 'begin' && action !== 'again') return problem('bad-request', lang);
  const type = await loadType(viewer, now, deps);
  const parsed = parsePractice(action === 'again' && running ? { type: running.type } : typed, type);
  const errors = [...unread, ...(parsed.ok ? [] : parsed.errors)];
  if (!parsed.ok || errors.length > 0) {
    const page = await practiceAnswer(request, running, deps, { type, typed, errors });
    return { ...page, status: 422, json: fieldProblem(errors, lang) };
  }
  await deps.practices.empty(user);
  const practice = { type: parsed.type, startedAt: now };
  await deps.practices.begin(user, practice);
  const district = await deps.directory.unit(districtOf(viewer.unit));
  await (await practiceDeps(deps, viewer, practice)).reports.append(sceneReport(practice, district?.choices), 0);
  return { ...seeOther(pathTo('/practice', {}, { just: 'begun' })), json: jsonOf({ practice, hasAgenda: false }) };
};

/** The types of the cells that the viewer has to do with, as what may be chosen. */
async function loadType({ unit }: SignedIn['viewer'], now: Instant, { directory }: Deps): Promise<ChoiceField> {
  const units = await directory.subtree(unit);
  return practiceType(standingIn(monthAt(now), units).filter(({ level }) => level === 'cell'));
}

interface Said {
  readonly type: ChoiceField;
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly news?: (typeof practiceNews)[number];
}

async function practiceAnswer(
  { viewer }: SignedIn,
  practice: Practice | undefined,
  deps: Deps,
  { type, typed, errors = [], news }: Said,
): Promise<Answer> {
  const [progress, pieces] = await Promise.all([
    practice && progressOf(practice, viewer, deps),
    practice ? deps.library.all(districtOf(viewer.unit)) : [],
  ]);
  const meetings = pieces.filter(
    ({ subject, withdrawn, types }) =>
      subject === 'MAU' && withdrawn === undefined && isFor(types, new Set([practice?.type])),
  );
  return {
    status: 200,
    json: progress ? jsonOf(progress) : {},
    page: (context) => (
      <PracticePage
        context={context}
        meetings={meetings}
        type={type}
        typed={typed}
        errors={errors}
        {...(progress && { progress })}
        {...(news && { news })}
      />
    ),
  };
}

async function progressOf(practice: Practice, viewer: SignedIn['viewer'], deps: Deps): Promise<PracticeProgress> {
  const { agendas, reports } = await practiceDeps(deps, viewer, practice);
  const month = practiceMonth(practice);
  const [agenda, found] = await Promise.all([
    agendas.newestOrNoted(practiceCell, month),
    reports.newestOfMonth(practiceCell, month),
  ]);
  const report = found.find((each) => each.report.kind === 'regular')?.id;
  return { practice, hasAgenda: agenda !== undefined, ...(report && { report }) };
}

function jsonOf({ practice, hasAgenda, report }: PracticeProgress) {
  return {
    type: practice.type,
    month: practiceMonth(practice),
    until: practiceEnd(practice),
    hasAgenda,
    ...(report && { report }),
  };
}
