import { generatedWords } from '#shared/briefings/generated-words.ts';
import { letterParts } from '#shared/briefings/letter.ts';
import { briefingFacts } from '#test/shared/briefings/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { BriefingPage } from '#web/briefings/briefing-page.tsx';

/** A month's briefing: as generated, edited before the figures changed, refused, stale, and for who may only read it. */
export function briefingModels({ inDistrict, inGroup }: Contexts): Examples {
  const props = () => {
    const facts = briefingFacts({ actions: 3 });
    const generated = generatedWords(facts);
    return {
      context: inDistrict,
      scorecard: facts.scorecard,
      ...{ month, sections: letterParts(facts), generated, words: {}, revisions: [] },
      ...{ mayEdit: true, stale: false, done: false },
      form: { lang: inDistrict.lang, typed: generated, errors: [] },
    };
  };
  const words = { causes: 'Chi ủy nhiều nơi chưa chủ động.' };
  const edited = {
    ...{ unit: 'hiep-hoa', month, revision: 1, words, figures: 'x' },
    ...{ by: { user: 'district', role: 'district', unit: 'hiep-hoa' } as const, at: '2025-12-12T02:00:00.000Z' },
  };
  return {
    'the briefing of a month': () => <BriefingPage {...props()} />,
    'the briefing of an open month': () => (
      <BriefingPage {...props()} scorecard={{ ...props().scorecard, status: 'live' }} done />
    ),
    'the briefing, edited before its figures changed': () => (
      <BriefingPage {...props()} words={words} revisions={[edited]} />
    ),
    'the briefing, refused': () => (
      <BriefingPage
        {...props()}
        form={{
          lang: inDistrict.lang,
          typed: { causes: 'x' },
          errors: [{ field: 'tasks', code: 'letter-too-long', params: { max: 2 } }],
        }}
      />
    ),
    'the briefing, stale': () => <BriefingPage {...props()} words={words} revisions={[edited]} stale />,
    'the briefing for a working group': () => <BriefingPage {...props()} context={inGroup} mayEdit={false} />,
  };
}
