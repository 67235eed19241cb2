import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { viewed } from '#functions/http/viewed.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { findReceipt, type ReceiptDeps } from '#functions/web/reports/check-receipt.tsx';
import { can, holds, seeingBefore } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { oneLine } from '#shared/input/clean-text.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import { hasWords } from '#shared/language/has-words.ts';
import { librarySubjects } from '#shared/library/piece.ts';
import { findPieces, LONGEST_SEARCH } from '#shared/library/search.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { monthAt, standsIn } from '#shared/period.ts';
import { parseReceipt } from '#shared/reports/receipt.ts';
import { topics } from '#shared/reports/topics.ts';
import { firstOf, type Hit } from '#shared/search/hits.ts';
import { searchTexts } from '#shared/search/texts/search.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, compareUnits, districtOf, fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { SearchPage } from '#web/search/search-page.tsx';

interface Deps extends ReceiptDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'open'>;
  readonly library: Pick<LibraryStore, 'all'>;
}

/** Looks for words among all that the reader may see: units, a receipt, open matters, pieces of the guidebook. */
export const showSearch: Action<Deps> = async (request, deps) => {
  const typed = oneLine(request.query['q'] ?? '').slice(0, LONGEST_SEARCH);
  const isAsked = /[\p{L}\d]/u.test(typed);
  const { units: all, lineage } = isAsked ? await unitsSeen(request, deps) : noUnits;
  const units = all.filter((unit) => standsIn(monthAt(request.now), unit));
  const [receipts, matters, pieces] = isAsked
    ? await Promise.all([
        receiptHits(typed, request, deps),
        mattersFound(typed, request, deps),
        pieceHits(typed, request, units, deps),
      ])
    : [[], [], []];
  const found = [
    firstOf('receipts', receipts),
    firstOf('units', unitHits(typed, request, { units: all, lineage })),
    firstOf(
      'matters',
      matters.map((matter) => matterHit(matter, request, units)),
    ),
    firstOf('pieces', pieces),
  ].filter(({ count }) => count > 0);
  const shown = found.find(({ kind }) => kind === 'matters')?.hits.length ?? 0;
  return {
    status: 200,
    json: { q: typed, count: found.reduce((sum, { count }) => sum + count, 0), found },
    audit: viewed(
      matters.slice(0, shown).map(({ id }) => id),
      'search',
    ),
    page: (context) => <SearchPage context={context} typed={typed} found={found} />,
  };
};

interface UnitsSeen {
  /** Of all times: those that stand first, from the top down. */
  readonly units: readonly Unit[];
  readonly lineage: Pick<ReturnType<typeof lineageOf>, 'successorsOf'>;
}

const noUnits: UnitsSeen = { units: [], lineage: lineageOf([]) };

/** The units that the reader may see, with those whose past is the reader's now. */
async function unitsSeen({ viewer, now }: SignedIn, { directory }: Deps): Promise<UnitsSeen> {
  const month = monthAt(now);
  const own = (await Promise.all(viewer.scope.map((id) => directory.subtree(id)))).flat();
  const isReformed = own.some(({ predecessors, to }) => predecessors ?? to);
  const all = isReformed ? await directory.allUnits(districtOf(viewer.unit)) : own;
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, all, month) : viewer;
  const rank = (unit: Unit) => (standsIn(month, unit) ? 0 : 100) + unit.id.split('.').length;
  const units = all
    .filter((unit) => unit.from <= month && can(seeing, 'see', unit.id))
    .sort((a, b) => rank(a) - rank(b) || compareUnits(a, b));
  return { units, lineage: lineageOf(all) };
}

/**
 * The units of which a name, one of today or a former one, has the words; a cell may be asked for with its commune. What
 * has ended leads to the one unit that carries it on, or to its own last month.
 */
function unitHits(typed: string, { now, lang }: SignedIn, { units, lineage }: UnitsSeen): Hit[] {
  const month = monthAt(now);
  const t = searchTexts[lang];
  const names = new Map(units.map((unit) => [unit.id, fullName(unit)]));
  const board = (unit: UnitId, of = month) => pathTo('/months/{month}', { month: of }, { unit });
  return units.flatMap((unit): Hit[] => {
    const commune = unit.level === 'cell' ? (names.get(communeOf(unit.id)) ?? '') : '';
    const isMeant = (name: string) =>
      hasWords(name, typed) || (hasWords(`${name} ${commune}`, typed) && !hasWords(commune, typed));
    const former = unit.names?.map(fullName).findLast((name) => name !== fullName(unit) && isMeant(name));
    if (!isMeant(fullName(unit)) && !former) return [];
    const name = capitalized(fullName(unit));
    const note = (says = '') => [commune, says].filter((each) => each).join(', ');
    if (standsIn(month, unit)) {
      const was = isMeant(fullName(unit)) ? undefined : former;
      return [{ name, note: note(was && t.formerly(was)), path: board(unit.id) }];
    }
    const heirs = lineage.successorsOf(unit.id);
    const [only] = heirs.length === 1 ? heirs.filter(({ id }) => names.has(id)) : [];
    const became = heirs.length > 0 ? t.now(heirs.map(fullName).join('; ')) : t.ended;
    return [{ name, note: note(became), path: only ? board(only.id) : board(unit.id, unit.to) }];
  });
}

async function receiptHits(typed: string, request: SignedIn, deps: Deps): Promise<Hit[]> {
  const found = await findReceipt(typed, request, deps);
  if (!found) return [];
  const { revision, cellName } = found;
  // A decision has a number of its own: the one that was typed is the one to be found again.
  const name = parseReceipt(typed)?.number ?? typed;
  return [
    {
      name,
      note: `${cellName}, ${formatDay(revision.report.date)}`,
      path: pathTo('/receipts', {}, { number: name }),
    },
  ];
}

/** The open matters that the reader's list has, of which the words have all that was typed. */
async function mattersFound(
  typed: string,
  { viewer, now }: SignedIn,
  { directory, matters }: Deps,
): Promise<TrackedMatter[]> {
  const held = await heldThings(viewer.unit, monthAt(now), matters.open, directory);
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, held.units, monthAt(now)) : viewer;
  return held.things.filter(
    ({ unit, said }) =>
      holds(seeing, unit) &&
      can(seeing, 'see', unit) &&
      said.summary !== '' &&
      hasWords(`${said.summary} ${topics[said.topic].vi}`, typed),
  );
}

function matterHit({ id, unit, said }: TrackedMatter, { lang }: SignedIn, units: readonly Unit[]): Hit {
  const from = units.find((each) => each.id === unit);
  return {
    name: said.summary,
    note: [topics[said.topic][lang], ...(from ? [fullName(from)] : [])].join(', '),
    path: pathTo('/matters/{id}', { id }),
  };
}

/** Of the guidebook a cell sees what is for its type, as in the guidebook itself. */
async function pieceHits(
  typed: string,
  { viewer, lang }: SignedIn,
  units: readonly Unit[],
  { library }: Deps,
): Promise<Hit[]> {
  const types = new Set(units.flatMap(({ level, type }) => (level === 'cell' ? [type] : [])));
  const pieces = (await library.all(districtOf(viewer.unit))).filter(
    (each) => each.withdrawn === undefined && (viewer.role === 'district' || isFor(each.types, types)),
  );
  return findPieces(pieces, typed).map(({ piece: { number, title, subject } }) => ({
    name: title,
    note: librarySubjects[subject][lang],
    path: pathTo('/library/{piece}', { piece: String(number) }),
  }));
}
