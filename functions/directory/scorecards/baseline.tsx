import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { BaselineStore } from '#functions/store/baseline-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { type Month, parseTypedMonth } from '#shared/period.ts';
import {
  type BaselineRevision,
  baselineCounts,
  baselineSpan,
  firstJudged,
  parseBaseline,
} from '#shared/scorecards/baseline.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { BaselinePage } from '#web/scorecards/baseline-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly baselines: Pick<BaselineStore, 'between' | 'append'>;
}

interface Loaded {
  readonly district: Unit;
  /** What was entered, oldest first. */
  readonly entered: readonly BaselineRevision[];
}

/** Shows what a district counted itself in months before any regime, and the form for one of them. */
export const showBaseline: Action<Deps> = async (request, deps) => {
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  const asked = loaded.entered.find(({ month }) => month === parseTypedMonth(request.query['month'] ?? ''));
  return answer(request, loaded, asked, {});
};

/** Enters a month's counts, or corrects them by the next revision. */
export const saveBaseline: Action<Deps> = async (request, deps) => {
  const { csrf, baseRevision, ...typed } = request.body;
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  const { id } = loaded.district;
  const month = parseTypedMonth(typed['month'] ?? '');
  const of = (all: Loaded) => all.entered.find((each) => each.month === month);
  return takeForm(request, {
    parse: () => parseBaseline(typed),
    refuse: (errors) => answer(request, loaded, of(loaded), { typed, errors }),
    append: ({ said }, before) =>
      deps.baselines.append(id, said, readBase(baseRevision), authorshipOf(request), before),
    stale: async () => {
      const newer = (await load(request, deps)) ?? loaded;
      return answer(request, newer, of(newer), { typed, stale: true });
    },
    owes: (stored) => ({ of: `${id}_${stored.month}_baseline#${stored.revision}` }),
    done: (stored) =>
      request.wantsJson
        ? { status: 200, json: stored }
        : seeOther(pathTo('/directory/baseline', {}, { month: stored.month, done: '1' })),
  });
};

async function load({ viewer }: SignedIn, { directory, baselines }: Deps): Promise<Loaded | undefined> {
  const district = await directory.unit(viewer.unit);
  const entered = await baselines.between(viewer.unit, baselineSpan.from, baselineSpan.to);
  return district && { district, entered };
}

function answer(
  { query }: SignedIn,
  { district, entered }: Loaded,
  asked: BaselineRevision | undefined,
  { typed, errors = [], stale }: SentFormState,
): Answer {
  return {
    status: 200,
    json: { unit: district.id, months: entered },
    page: (context) => (
      <BaselinePage
        context={context}
        unit={{ id: district.id, name: fullName(district) }}
        entered={entered}
        form={{ lang: context.lang, typed: typed ?? (asked ? typedOf(asked) : {}), errors }}
        baseRevision={asked?.revision ?? 0}
        firstJudged={firstJudged}
        {...(stale && asked && { stored: asked })}
        done={query['done'] === '1'}
      />
    ),
  };
}

function typedOf({ month, counts, source }: BaselineRevision): Typed {
  const said = baselineCounts.map((name) => [name, String(counts[name])]);
  return { month: monthDigits(month as Month), ...Object.fromEntries(said), source };
}
