import { type Format, fileTypes, writeDocument } from '#functions/documents/write-document.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { viewed } from '#functions/http/viewed.ts';
import { type BriefingDeps, type LoadedBriefing, loadBriefing } from '#functions/steering/briefings/load-briefing.ts';
import { can } from '#shared/access/can.ts';
import { briefingDocument, subjectOf } from '#shared/briefings/document.ts';
import { generatedWords } from '#shared/briefings/generated-words.ts';
import { letterParts } from '#shared/briefings/letter.ts';
import { type JudgedWords, wordPartIds } from '#shared/documents/judged-words.ts';
import { watermarkOf } from '#shared/scorecards/letter-words.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';
import { BriefingPage } from '#web/briefings/briefing-page.tsx';

/** Tables of units have many columns. In points. */
const TABLE_POINTS = 10;

/** A month's briefing as a page with the words to edit, or as a file by the ending of the address. */
export const showBriefing: Action<BriefingDeps> = async (request, deps) => {
  const { params, lang } = request;
  const [month = '', ending, ...more] = (params['month'] ?? '').split('.');
  const isFormat = ending === undefined || Object.hasOwn(fileTypes, ending);
  const loaded = more.length === 0 && isFormat ? await loadBriefing(request, 'see', month, deps) : undefined;
  if (!loaded) return problem('not-found', lang);
  if (loaded === 'no-scorecard') return problem('no-scorecard', lang);
  if (ending) return file(request, loaded, ending as Format);
  return briefingAnswer(request, loaded, {});
};

async function file({ viewer, now }: SignedIn, loaded: LoadedBriefing, format: Format): Promise<Answer> {
  const { unit, month, facts } = loaded;
  const { scorecard } = facts;
  const name = `bao-cao_${unit}_${month}.${format}`;
  const body = await writeDocument(format, briefingDocument(facts, wordsOf(loaded)), {
    title: `Báo cáo ${subjectOf(scorecard)}, ${scorecard.name}`,
    at: new Date(now),
    layout: letterheadIn(month).layout,
    footer: `${watermarkOf(scorecard, { by: viewer.user, at: now })}; mã ${scorecard.digest.slice(0, 16)}`,
    tablePoints: TABLE_POINTS,
  });
  return {
    status: 200,
    file: { body, type: fileTypes[format], name },
    audit: [{ kind: 'exported', of: name }, ...shown(loaded)],
  };
}

/** The page again with what was typed, or what stands. */
export function briefingAnswer(
  { viewer, query }: SignedIn,
  loaded: LoadedBriefing,
  { typed, errors = [], stale }: SentFormState,
): Answer {
  const { unit, month, facts, revisions } = loaded;
  const { scorecard, lost } = facts;
  const generated = generatedWords(facts);
  const words = wordsOf(loaded);
  const newest = revisions.at(-1);
  return {
    status: 200,
    of: { unit, month },
    json: {
      ...{ unit, name: scorecard.name, month, status: scorecard.status, digest: scorecard.digest },
      sections: letterParts(facts),
      ...{ generated, words, lost },
      revision: newest?.revision ?? 0,
      ...(newest && { by: newest.by, at: newest.at }),
    },
    audit: shown(loaded),
    page: (context) => (
      <BriefingPage
        context={context}
        scorecard={scorecard}
        month={month}
        sections={letterParts(facts)}
        generated={generated}
        words={words}
        revisions={revisions}
        mayEdit={viewer.role !== 'group' && can(viewer, 'submit', unit, month)}
        form={{ lang: context.lang, typed: typed ?? { ...generated, ...words }, errors }}
        stale={stale === true}
        done={query['done'] === '1'}
      />
    ),
  };
}

function wordsOf({ revisions }: LoadedBriefing): JudgedWords {
  return revisions.at(-1)?.words ?? {};
}

/** Somebody's words were shown, if there are any. */
function shown(loaded: LoadedBriefing) {
  const words = wordsOf(loaded);
  return viewed(wordPartIds.some((part) => words[part]) ? [`${loaded.unit}_${loaded.month}_briefing`] : []);
}
