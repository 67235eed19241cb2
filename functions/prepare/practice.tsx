import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { fieldProblem, problem } from '#functions/http/problem.tsx';
import { type PracticeSource, practiceDeps } from '#functions/practice/practice-deps.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { parsePractice } from '#shared/practice/parse-practice.ts';
import { type Practice, practiceCell, practiceEnd, practiceMonth } from '#shared/practice/practice.ts';
import { sceneReport } from '#shared/practice/scene.ts';
import { districtOf } from '#shared/units/units.ts';
import { PracticePage, practiceNews } from '#web/practice/practice-page.tsx';
import type { PracticeProgress } from '#web/practice/practice-steps.tsx';

type Deps = PracticeSource & {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly library: Pick<LibraryStore, 'all'>;
};

/** Shows the steps of a practice month, or how to begin one. */
export const showPractice: Action<Deps> = async (request, deps) => {
  const { viewer, now, query } = request;
  const [practice, own] = await Promise.all([deps.practices.find(viewer.user, now), deps.directory.unit(viewer.unit)]);
  const news = practiceNews.find((each) => each === query['just']);
  const typed = own?.type ? { type: own.type } : {};
  return practiceAnswer(request, practice, deps, { typed, ...(news && { news }) });
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
  const parsed = parsePractice(action === 'again' && running ? { type: running.type } : typed);
  const errors = [...unread, ...(parsed.ok ? [] : parsed.errors)];
  if (!parsed.ok || errors.length > 0) {
    const page = await practiceAnswer(request, running, deps, { typed, errors });
    return { ...page, status: 422, json: fieldProblem(errors, lang) };
  }
  await deps.practices.empty(user);
  const practice = { type: parsed.type, startedAt: now };
  await deps.practices.begin(user, practice);
  const district = await deps.directory.unit(districtOf(viewer.unit));
  await (await practiceDeps(deps, viewer, practice)).reports.append(sceneReport(practice, district?.choices), 0);
  return { ...seeOther(pathTo('/practice', {}, { just: 'begun' })), json: jsonOf({ practice, hasAgenda: false }) };
};

interface Said {
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly news?: (typeof practiceNews)[number];
}

async function practiceAnswer(
  { viewer }: SignedIn,
  practice: Practice | undefined,
  deps: Deps,
  { typed, errors = [], news }: Said,
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
