import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/** A figure as rules before the third stored it. */
type Stored = Indicator | Omit<Indicator, 'verdict'>;

/** Figures as they were stored, with the verdicts that rules before the third did not write. */
export function storedFigures(status: Scorecard['status'], stored: readonly Stored[]): readonly Indicator[] {
  return stored.map((figure): Indicator => {
    if ('verdict' in figure) return figure;
    const { met, target } = figure;
    if (status === 'live') return { ...figure, verdict: target && 'open', met: null };
    return { ...figure, verdict: met === null ? null : met ? 'met' : 'missed' };
  });
}

/**
 * A scorecard as it was stored, with the verdicts that rules before the third did not write. An official one says what
 * it said; a live one is open until it is counted anew in the night.
 */
export function withStoredVerdicts(scorecard: Scorecard): Scorecard {
  const withFigures = <T extends { readonly indicators: readonly Stored[] }>(each: T) => ({
    ...each,
    indicators: storedFigures(scorecard.status, each.indicators),
  });
  return {
    ...withFigures(scorecard),
    children: scorecard.children.map(withFigures),
    groups: scorecard.groups.map(withFigures),
  };
}
