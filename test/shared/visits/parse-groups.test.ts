import { describe, expect, it } from 'vitest';
import { groupsIn } from '#shared/visits/groups.ts';
import { parseAssignments, parseMembers, typedGroup } from '#shared/visits/parse-groups.ts';
import { aUnit, groupList, month } from '#test/shared/samples.ts';

const list = groupList({ 1: ['h.a'], 2: ['h.b'] });
const communes = ['h.a', 'h.b'].map((id) => aUnit(id));
const errorsOf = (parsed: ReturnType<typeof parseMembers>) =>
  parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`);

describe('assignments', () => {
  const read = (typed: Readonly<Record<string, string>>) => parseAssignments(typed, list, communes, month('2021-02'));

  it('hold from their month on', () => {
    const parsed = read({ from: '3/2021', 'group.h.a': '2', 'group.h.b': '' });
    const communesIn = (of: string) =>
      parsed.ok ? groupsIn(month(of), parsed.list).map((group) => group.communes) : [];
    expect(communesIn('2021-02')).toEqual([['h.a'], ['h.b']]);
    expect(communesIn('2021-03')).toEqual([[], ['h.a']]);
  });

  it.each([
    [{ 'group.h.a': '1' }, 'from required'],
    [{ from: '13/2021' }, 'from not-a-month'],
    [{ from: '01/2021' }, 'from month-over'],
    [{ from: '02/2021', 'group.h.a': '3' }, 'group.h.a not-a-choice'],
    [{ from: '02/2021', 'group.h.c': '1' }, 'group.h.c unknown-field'],
  ])('%j is refused: %s', (typed, error) => {
    expect(errorsOf(read(typed))).toEqual([error]);
  });
});

describe('members', () => {
  const typed = {
    number: '2',
    head: 'Trưởng Ban;  Ban  Thường vụ',
    groupMembers: 'Chuyên viên; Ban Tổ chức\n\nTrưởng phòng',
  };

  it('are posts with their organs, the head first, and come back as they were typed', () => {
    const parsed = parseMembers(typed, list);
    const members = parsed.ok ? (parsed.list.groups[1]?.members ?? []) : [];
    expect(members).toEqual([
      { post: 'Trưởng Ban', organ: 'Ban Thường vụ' },
      { post: 'Chuyên viên', organ: 'Ban Tổ chức' },
      { post: 'Trưởng phòng' },
    ]);
    expect(parseMembers({ number: '2', ...typedGroup(members) }, list)).toEqual(parsed);
    expect(typedGroup([])).toEqual({ head: '', groupMembers: '' });
  });

  it('make a group that is new, in the order of numbers', () => {
    const parsed = parseMembers({ ...typed, number: '10' }, list);
    expect(parsed.ok && parsed.list.groups.map(({ number }) => number)).toEqual([1, 2, 10]);
  });

  it.each([
    [{ head: ' ' }, 'head required'],
    [{ number: '0' }, 'number not-a-count'],
    [{ groupMembers: Array.from({ length: 20 }, (_, n) => `Chuyên viên ${n}`).join('\n') }, 'groupMembers too-large'],
    [{ name: 'x' }, 'name unknown-field'],
  ])('%j is refused: %s', (changes, error) => {
    expect(errorsOf(parseMembers({ ...typed, ...changes }, list))).toEqual([error]);
  });
});
