import { describe, expect, it } from 'vitest';
import { heldUp, parseShare, type SharedRevision } from '#shared/themes/shared-meeting.ts';
import { day } from '#test/shared/samples.ts';

describe('a meeting is held up', () => {
  it('with its subject and a note', () => {
    expect(parseShare({ theme: 'MT', note: ' Họp tại chỗ ' })).toEqual({ ok: true, theme: 'MT', note: 'Họp tại chỗ' });
  });

  it.each([
    [{ note: 'x' }, 'theme required'],
    [{ theme: 'XYZ', note: 'x' }, 'theme not-a-choice'],
    [{ theme: 'MT', note: ' ' }, 'note required'],
    [{ theme: 'MT', note: 'x'.repeat(1501) }, 'note too-long'],
    [{ theme: 'MT', note: 'x', name: 'y' }, 'name unknown-field'],
  ])('%j is refused: %s', (typed, error) => {
    const parsed = parseShare(typed);
    expect(parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });
});

it('what was withdrawn is held up no more; the newest meeting stands first', () => {
  const meeting = (on: string, changes: Partial<SharedRevision> = {}): SharedRevision => ({
    report: `h.a.x_${day(on)}_thematic`,
    cell: 'h.a.x',
    name: 'Chi bộ X',
    date: day(on),
    theme: 'MT',
    note: 'x',
    revision: 1,
    by: { user: 'a', role: 'commune', unit: 'h.a' },
    at: `${on}T00:00:00.000Z`,
    ...changes,
  });
  const all = [meeting('2021-02-01'), meeting('2021-03-01', { withdrawn: true }), meeting('2021-04-01')];
  expect(heldUp(all).map(({ date }) => date)).toEqual(['2021-04-01', '2021-02-01']);
});
