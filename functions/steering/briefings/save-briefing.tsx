import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { type BriefingDeps, type LoadedBriefing, loadBriefing } from '#functions/steering/briefings/load-briefing.ts';
import { briefingAnswer } from '#functions/steering/briefings/show-briefing.tsx';
import { pathTo } from '#shared/access/routes.ts';
import { wordParts } from '#shared/briefings/briefing.ts';
import { briefingLetter } from '#shared/briefings/document.ts';
import { generatedWords } from '#shared/briefings/generated-words.ts';
import { type ParsedWords, parseWords, wordPartIds } from '#shared/documents/judged-words.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { Typed } from '#shared/input/typed.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';

/** A letter to a committee: what is more stands in the appendices. */
const MOST_PAGES = 2;

/** Stores the words of a month's briefing. Earlier revisions stay. */
export const saveBriefing: Action<BriefingDeps> = async (request, deps) => {
  const { csrf, baseRevision, ...typed } = request.body;
  const { lang, params } = request;
  const load = () => loadBriefing(request, 'submit', params['month'] ?? '', deps);
  const loaded = await load();
  if (!loaded) return problem('not-found', lang);
  if (loaded === 'no-scorecard') return problem('no-scorecard', lang);
  const { unit, month, facts } = loaded;
  const base = readBase(baseRevision);
  return takeForm(request, {
    parse: () => parse(typed, loaded),
    refuse: (errors) => briefingAnswer(request, loaded, { typed, errors }),
    append: ({ words }, before) =>
      deps.briefings.append(
        { unit, month },
        { words, figures: facts.scorecard.digest },
        base,
        authorshipOf(request),
        before,
      ),
    stale: async () => {
      const newer = await load();
      return briefingAnswer(request, typeof newer === 'object' ? newer : loaded, { typed, stale: true });
    },
    owes: ({ revision }) => ({ of: `${unit}_${month}_briefing#${revision}` }),
    done: (stored) => ({
      status: 200,
      location: pathTo('/briefings/{unit}/{month}', { unit, month }, { done: '1' }),
      json: stored,
    }),
  });
};

/** The words, if the letter keeps to its pages with them. */
async function parse(typed: Typed, { month, facts }: LoadedBriefing): Promise<ParsedWords> {
  const parsed = parseWords(typed, generatedWords(facts), wordParts);
  if (!parsed.ok) return parsed;
  const { countPages } = await import('#functions/pdf/write-pdf.ts');
  const { layout } = letterheadIn(month);
  const pages = countPages(briefingLetter(facts, parsed.words), { title: '', at: new Date(0), layout, footer: '' });
  if (pages <= MOST_PAGES) return parsed;
  const lines = (part: string) => (typed[part] ?? '').split('\n').length * 80 + (typed[part] ?? '').length;
  const [longest = 'tasks'] = [...wordPartIds].sort((a, b) => lines(b) - lines(a));
  return { ok: false, errors: [{ field: longest, code: 'letter-too-long', params: { max: MOST_PAGES } }] };
}
