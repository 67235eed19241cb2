import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { RegisterStore } from '#functions/store/register-store.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { documentsOf, parseEntry } from '#shared/documents/parse-entry.ts';
import { nextNumber, numberOf, publishedOf, type RegisterEntry, termOn } from '#shared/documents/register.ts';
import { readBase } from '#shared/input/read-base.ts';
import { dayAt, monthOf } from '#shared/period.ts';
import { fullName, unitIn } from '#shared/units/units.ts';
import { PapersPage } from '#web/documents/papers-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly registers: Pick<RegisterStore, 'ofCell' | 'append'>;
}

/** A report with the register of its cell; neither has free text. */
interface Loaded {
  readonly revision: StoredRevision;
  readonly entries: readonly RegisterEntry[];
  readonly cellName: string;
}

/** Shows the documents of a report with their numbers, and whether its result was published. */
export const showPapers: Action<Deps> = async (request, deps) => {
  const loaded = await load(request, 'see', deps);
  return loaded ? answer(request, loaded, {}) : problem('not-found', request.lang);
};

/** Enters a number, the day of publishing, or the beginning of a term. */
export const enterPaper: Action<Deps> = async (request, deps) => {
  const { body, lang, now } = request;
  const loaded = await load(request, 'submit', deps);
  if (!loaded) return problem('not-found', lang);
  const { revision, entries } = loaded;
  const { report } = revision;
  // A number may stand in what cannot be read: none is given before that is mended.
  if ((entries.at(-1)?.revision ?? 0) !== entries.length) return problem('unreadable', lang);
  const parsed = parseEntry(body, { report, entries, today: dayAt(now) });
  if (!parsed) return problem('bad-request', lang);
  const { csrf, baseRevision, ...typed } = body;
  return takeForm(request, {
    parse: () => parsed,
    refuse: (errors) => answer(request, loaded, { typed, errors }),
    async append({ said }, before) {
      const given = said.kind === 'number' && numberOf(entries, said.document, said.report);
      if (given) return { kind: 'same', stored: given };
      const base = readBase(baseRevision);
      return deps.registers.append(report.cell, said, base, authorshipOf(request), before);
    },
    stale: async () => answer(request, (await load(request, 'submit', deps)) ?? loaded, { typed, stale: true }),
    owes: (entry) => ({ of: `${entry.cell}_register#${entry.revision}` }),
    done: () => ({
      status: 200,
      location: pathTo('/reports/{id}/papers', { id: revision.id }),
      json: { id: revision.id },
    }),
  });
};

async function load(
  { params, viewer }: SignedIn,
  permission: 'see' | 'submit',
  { directory, reports, registers }: Deps,
): Promise<Loaded | undefined> {
  const named = namedReport(viewer, permission, params['id']);
  if (!named) return undefined;
  const month = monthOf(named.date);
  const [ofCell, entries, cell] = await Promise.all([
    reports.newestOfMonth(named.cell, month),
    registers.ofCell(named.cell),
    directory.unit(named.cell),
  ]);
  const revision = ofCell.find(({ id }) => id === named.id);
  return revision && cell && { revision, entries, cellName: fullName(unitIn(month, cell)) };
}

function answer(
  { viewer, now }: SignedIn,
  { revision, entries, cellName }: Loaded,
  { typed = {}, errors = [], stale }: SentFormState,
): Answer {
  const { id, report } = revision;
  const documents = documentsOf(report).map((kind) => ({
    kind,
    given: numberOf(entries, kind, id),
    next: nextNumber(entries, kind, id),
  }));
  const baseRevision = entries.at(-1)?.revision ?? 0;
  const published = publishedOf(entries, id);
  const term = termOn(entries, report.date);
  return {
    status: 200,
    json: {
      id,
      documents: documents.map(({ kind, given, next }) => ({
        kind,
        ...(given ? { number: given.said.number, by: given.by, at: given.at } : { next }),
      })),
      ...(published && { published: { on: published.said.on, by: published.by, at: published.at } }),
      ...(term && { term }),
      baseRevision,
    },
    page: (context) => (
      <PapersPage
        context={context}
        report={report}
        id={id}
        cellName={cellName}
        documents={documents}
        published={published}
        term={term}
        today={dayAt(now)}
        baseRevision={baseRevision}
        mayEnter={viewer.role !== 'district' && can(viewer, 'submit', report.cell)}
        form={{ lang: context.lang, typed, errors }}
        stale={stale === true}
      />
    ),
  };
}
