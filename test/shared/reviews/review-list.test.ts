import { describe, expect, it } from 'vitest';
import type { ReportId } from '#shared/reports/report.ts';
import { byNeed, chooseRows, hasTag, placeOf, type ReviewRow, readReviewChoice } from '#shared/reviews/review-list.ts';

const row = (path: string, changes: Partial<ReviewRow> = {}): ReviewRow => ({
  id: `hiep-hoa.${path}_2021-02-03_regular` as ReportId,
  ...{ kind: 'regular', state: 'submitted', revision: 1, present: 17, required: 20, minutes: 95 },
  cell: { id: `hiep-hoa.${path}`, name: path, kind: 'Chi bộ' },
  ...{ findings: [], flags: [] },
  ...changes,
});
const copied = { id: 'copied-before', seen: { month: '2021-01' } } as const;
const plain = row('a.mot');
const missed = row('a.hai', { flags: ['too-short'] });
const found = row('b.ba', { findings: [copied] });
const rows = [plain, missed, found];

describe('the list of reviews', () => {
  it('begins with what stands out most', () => {
    expect(rows.toSorted(byNeed)).toEqual([found, missed, plain]);
  });

  it('is asked for by what stands out, commune and group, together too', () => {
    const groups = new Map([[3, ['hiep-hoa.b']]]);
    expect(chooseRows(rows, {}, groups)).toEqual(rows);
    expect(chooseRows(rows, { tag: 'copied-before' }, groups)).toEqual([found]);
    expect(chooseRows(rows, { commune: 'hiep-hoa.a' }, groups)).toEqual([plain, missed]);
    expect(chooseRows(rows, { group: 3 }, groups)).toEqual([found]);
    expect(chooseRows(rows, { group: 4 }, groups)).toEqual([]);
    expect(chooseRows(rows, { tag: 'missed', commune: 'hiep-hoa.a' }, groups)).toEqual([missed]);
    expect(rows.map((each) => [hasTag(each, 'any'), hasTag(each, 'none')])).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ]);
  });

  it('reads from an address what it knows', () => {
    expect(readReviewChoice({ tag: 'any', commune: 'hiep-hoa.a', group: '3' })).toEqual({
      ...{ tag: 'any', commune: 'hiep-hoa.a', group: 3 },
    });
    expect(readReviewChoice({ tag: 'x', commune: '', group: '-1' })).toEqual({});
  });

  it('goes on from the last report to the first that was passed over', () => {
    expect(placeOf(rows, plain.id)).toEqual({ place: 1, next: missed.id });
    expect(placeOf(rows, found.id)).toEqual({ place: 3, next: plain.id });
    expect(placeOf([plain], plain.id)).toEqual({ place: 1 });
    expect(placeOf([plain], found.id)).toBeUndefined();
  });
});
