import { describe, expect, it } from 'vitest';
import type { BelowNorm } from '#shared/scorecards/scorecard.ts';
import { readPage } from '#test/web/read-page.ts';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

const { ofDistrict, ofCommune } = demoScorecards();
const below = (of: string, name: string): BelowNorm => ({ cell: of, name, commune: 'xã A', reasons: [] });

/** The district's month as if it had so many cells. */
function withCells(cells: number) {
  const indicators = ofDistrict.indicators.map((each) =>
    each.id === 'reported' ? { ...each, denominator: cells } : each,
  );
  return { ...ofDistrict, indicators, belowNorm: [below('h.a.b', 'Thôn Bắc'), below('h.a.c', 'Thôn Cao')] };
}

function listOf(scorecard: typeof ofDistrict) {
  const page = readPage(<ScorecardPage context={{ lang: 'vi', path: '/' }} scorecard={scorecard} />);
  const section = page.find(({ name, attributes }) => name === 'section' && attributes['id'] === 'below-norm');
  return {
    text: section?.text ?? '',
    links: page.filter(({ name }) => name === 'a').map((each) => each.attributes['href']),
  };
}

describe('the cells below the norm', () => {
  it('are named, in a district that is not large and in a commune', () => {
    expect(listOf(withCells(2000)).text).toContain('Thôn Bắc');
    const [first] = ofCommune.belowNorm;
    expect(listOf(ofCommune).text.toLowerCase()).toContain(first?.name.toLowerCase());
  });

  it('are counted in a large one, with the way to the list of each commune', () => {
    const { text, links } = listOf(withCells(2001));
    expect(text).not.toContain('Thôn Bắc');
    expect(text).toContain('Xã A: 2 chi bộ');
    expect(links).toContain(`/scorecards/h.a/${ofDistrict.month}#below-norm`);
  });
});
