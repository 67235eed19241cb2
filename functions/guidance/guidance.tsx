import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { typesFor } from '#functions/http/types-for.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import {
  audiences,
  type GuidanceRevision,
  isFor,
  newestGuidance,
  type OpenedGuidance,
  openedBy,
  parseGuidance,
  type Readers,
  readersOf,
} from '#shared/guidance/guidance.ts';
import { audienceOf, type ListedFile } from '#shared/guidance/guidance-file.ts';
import { readBase } from '#shared/input/read-base.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { districtOf } from '#shared/units/units.ts';
import { GuidancePage } from '#web/guidance/guidance-page.tsx';

interface ShowDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly guidance: Pick<GuidanceStore, 'ofMonth' | 'openings' | 'open'>;
  readonly files: Pick<GuidanceFileStore, 'of' | 'openings'>;
}

interface PublishDeps extends ShowDeps {
  readonly guidance: Pick<GuidanceStore, 'ofMonth' | 'openings' | 'open' | 'append'>;
}

/** What a reader sees of a month. */
interface Loaded {
  readonly month: Month;
  readonly guidance: readonly GuidanceRevision[];
  /** Who has opened it; only the district sees this. */
  readonly opened?: readonly OpenedGuidance[];
  /** The documents attached to it, oldest first. */
  readonly files: readonly ListedFile[];
}

/** Shows the month's guidance: all of it to the district, their cells' part to others, whose opening is recorded. */
export const showGuidance: Action<ShowDeps> = async (request, deps) => {
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  await noteOpened(request, loaded, deps);
  return answer(request, loaded, { done: request.query['done'] === '1' });
};

/** Publishes guidance, or a new revision of it. Earlier revisions stay. */
export const publishGuidance: Action<PublishDeps> = async (request, deps) => {
  const { csrf, baseRevision, ...typed } = request.body;
  const { viewer } = request;
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  const { month } = loaded;
  const district = districtOf(viewer.unit);
  const base = readBase(baseRevision);
  return takeForm(request, {
    parse: () => parseGuidance(typed, month),
    refuse: (errors) => answer(request, loaded, { typed, base, errors }),
    append: ({ guidance }, before) => deps.guidance.append(district, guidance, base, authorshipOf(request), before),
    stale: async () => answer(request, (await load(request, deps)) ?? loaded, { typed, stale: true }),
    owes: ({ audience, revision }) => ({ of: `guidance#${month}#${audience}#${revision}` }),
    done: (stored, added) => ({
      status: added ? 201 : 200,
      location: pathTo('/guidance', {}, { month, type: stored.audience, done: '1' }),
      json: stored,
    }),
  });
};

async function load({ query, viewer, now }: SignedIn, deps: ShowDeps): Promise<Loaded | undefined> {
  const month = parseMonth(query['month'] ?? monthAt(now));
  // Guidance may be published before the month begins, but not for a month that nobody plans yet.
  if (!month || !findRegime(month) || month > addMonths(monthAt(now), 1)) return undefined;
  const district = districtOf(viewer.unit);
  const [found, revisions, files] = await Promise.all([
    deps.directory.directory(district, month),
    deps.guidance.ofMonth(district, month),
    deps.files.of(district, month),
  ]);
  if (!found) return undefined;
  const newest = newestGuidance(revisions);
  if (viewer.role !== 'district') {
    const types = typesFor({ query, viewer }, found);
    return {
      month,
      guidance: newest.filter(({ audience }) => isFor(audience, types)),
      files: files.filter((file) => isFor(audienceOf(file), types)).map((file) => ({ file })),
    };
  }
  const [openings, taken] = await Promise.all([
    newest.length > 0 ? deps.guidance.openings(district, month) : [],
    files.length > 0 ? deps.files.openings(district, month) : [],
  ]);
  return {
    month,
    guidance: newest,
    opened: newest.map((each) => openedBy(each, openings, found)),
    files: files.map((file) => {
      const own = taken.filter((each) => each.file === file.id);
      return { file, readers: readersOf(audienceOf(file), own, found) };
    }),
  };
}

/** Guidance is not shown if its opening cannot be recorded, as with the audit. */
async function noteOpened({ viewer, now: at }: SignedIn, { guidance }: Loaded, deps: ShowDeps): Promise<void> {
  if (viewer.role === 'district') return;
  const { unit, group } = viewer;
  const reader = { unit, ...(group !== undefined && { group }), at };
  const opened = guidance.map(({ month, audience, revision }) => ({ month, audience, revision, ...reader }));
  await Promise.all(opened.map((each) => deps.guidance.open(districtOf(unit), each)));
}

function answer(
  { query, viewer, now }: SignedIn,
  { month, guidance, opened, files }: Loaded,
  { done = false, typed, base, errors = [], stale }: SentFormState & { readonly base?: number },
): Answer {
  const asked = typed?.['audience'] ?? query['type'];
  const audience = audiences.find((each) => each === asked) ?? 'all';
  const stored = guidance.find((each) => each.audience === audience);
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  return {
    status: 200,
    json: {
      district: districtOf(viewer.unit),
      month,
      guidance,
      ...(opened && {
        opened: opened.map(({ guidance: { audience, revision }, ...readers }) => ({
          audience,
          revision,
          ...inShort(readers),
        })),
      }),
      files: files.map(({ file, readers }) => ({ ...file, ...(readers && { opened: inShort(readers) }) })),
    },
    page: (context) => (
      <GuidancePage
        context={context}
        month={month}
        {...(findRegime(previous) && { previousMonth: previous })}
        {...(next <= addMonths(monthAt(now), 1) && { nextMonth: next })}
        guidance={guidance}
        files={files}
        {...(opened && {
          publishing: {
            opened,
            audience,
            typed: typed ?? { text: stored?.text ?? '' },
            baseRevision: base ?? stored?.revision ?? 0,
            errors,
            stale: stale === true,
          },
        })}
        done={done}
      />
    ),
  };
}

function inShort({ communes, cells, groups }: Readers) {
  return { communes: communes.map(({ commune, at }) => ({ unit: commune.id, at })), cells, groups };
}
