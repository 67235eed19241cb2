import { unitsAnswer } from '#functions/directory/units/units.tsx';
import { readListFile } from '#functions/files/read-list-file.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type EnteringStores, type EnterOutcome, enterUnits, reviewEntry } from '#functions/store/enter-units.ts';
import { shortAddress } from '#shared/access/audit.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { digestOf } from '#shared/digest.ts';
import { readReason } from '#shared/input/read-reason.ts';
import { fileFaultTexts } from '#shared/input/texts/list-files.ts';
import { monthAt, parseTypedMonth } from '#shared/period.ts';
import { closedWords } from '#shared/scorecards/texts/closed-months.ts';
import { listText } from '#shared/units/lists/list-text.ts';
import type { UnitList } from '#shared/units/lists/listed-unit.ts';
import { faultLines, previewList, summaryOf } from '#shared/units/lists/preview-list.ts';
import { readUnitList } from '#shared/units/lists/read-unit-list.ts';
import { refusedCells } from '#shared/units/lists/refused-cells.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { ShownList } from '#web/units/list-preview.tsx';

type Deps = EnteringStores &
  Pick<HttpDeps, 'audit'> & { readonly directory: Pick<DirectoryStore, 'subtree' | 'newestUnits'> };

/**
 * Shows what a list would enter, or enters what was shown. The browser carries the list in between and is not trusted
 * with it: it is read and checked as any other, against the directory as it is then.
 */
export const takeList: Action<Deps> = async (request, deps) => {
  const { body, viewer, lang, now } = request;
  const chosen = body['commune'] ? namedUnit(viewer, 'administer', body['commune']) : viewer.unit;
  const month = parseTypedMonth(body['from'] ?? '') ?? monthAt(now);
  if (chosen === undefined) return problem('not-found', lang);
  const isShown = body['list'] !== undefined;
  const bytes = isShown
    ? Buffer.from(body['list'] ?? '', 'base64url')
    : (request.file ?? Buffer.from(body['file'] ?? ''));
  const file = readListFile(bytes);
  if (typeof file === 'string') return refuse(chosen, { file: fileFaultTexts[lang][file] }, request, deps);
  const [known, newest] = await Promise.all([
    deps.directory.subtree(viewer.unit, { consistent: true }),
    deps.directory.newestUnits(viewer.unit),
  ]);
  const commune = chosen === viewer.unit ? {} : { commune: chosen };
  const read = readUnitList(file, { known, month: monthAt(now), from: month, district: viewer.unit, ...commune });
  const seen = digestOf([...newest.values()].map((each) => [each.commune, each.revision]));
  const isSound = read.faults.length === 0 && read.listed.length > 0;
  const said = readReason(body, 'optional');
  const isChanged = isShown && body['seen'] !== seen;
  if (isShown && isSound && !isChanged && said.ok) return enter(read, said.reason, chosen, request, deps);
  const refused = isSound ? await reviewEntry(enteredOf(read), deps, now) : undefined;
  const problems = [...faultLines(read, lang), ...refusalOf(refused, read, lang)];
  const summary = summaryOf(read, lang);
  if (!isSound && read.faults.length === 0) return refuse(chosen, { file: summary }, request, deps);
  const list: ShownList = {
    summary,
    sections: previewList({ ...read, faults: [] }, lang),
    problems,
    ...(problems.length === 0 && { text: carried(read), seen }),
    ...(isChanged && { changedSince: true }),
    reasonErrors: said.ok ? [] : said.errors,
  };
  return unitsAnswer(problems.length > 0 || !said.ok ? 422 : 200, chosen, { list, typed: body }, request, deps);
};

async function enter(read: UnitList, reason: string, chosen: UnitId, request: SignedIn, deps: Deps): Promise<Answer> {
  const { viewer, now, address, body, lang } = request;
  const by = actorOf(viewer);
  const outcome = await enterUnits(enteredOf(read), deps, {
    at: now,
    by: () => by,
    // Before the change: an entry too many rather than a change that nobody knows of.
    record: async (district, kind, of) => {
      await deps.audit.append(district, { kind, at: now, by, of, from: shortAddress(address) });
    },
    ...(reason && { reason }),
  });
  if (outcome.kind === 'entered') {
    return seeOther(pathTo('/directory/units', {}, { unit: chosen, done: String(outcome.changed) }));
  }
  const problems = refusalOf(outcome, read, lang);
  const list = { summary: summaryOf(read, lang), sections: previewList(read, lang), problems };
  return unitsAnswer(422, chosen, { list, typed: body }, request, deps);
}

function refuse(chosen: UnitId, { file }: { readonly file: string }, request: SignedIn, deps: Deps): Promise<Answer> {
  const list: ShownList = { summary: '', sections: [], problems: [], file };
  return unitsAnswer(422, chosen, { list, typed: request.body }, request, deps);
}

/** In letters that no browser changes on the way, line breaks least of all. */
function carried(read: UnitList): string {
  return Buffer.from(listText(enteredOf(read).units, read.groups)).toString('base64url');
}

const enteredOf = ({ listed, groups }: UnitList) => ({ units: listed.map(({ unit }) => unit), groups });

function refusalOf(refused: EnterOutcome | undefined, read: UnitList, lang: SignedIn['lang']): string[] {
  if (refused?.kind === 'faults') return refusedCells(refused.faults, read, lang);
  return refused?.kind === 'closed' ? closedWords(refused.months, lang) : [];
}
