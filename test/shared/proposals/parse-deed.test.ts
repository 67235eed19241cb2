import { describe, expect, it } from 'vitest';
import { mostOpenDays, openUntil } from '#shared/proposals/open-days.ts';
import { parseDeed } from '#shared/proposals/parse-deed.ts';
import { parseProposal } from '#shared/proposals/parse-proposal.ts';
import type { MeetingProposals } from '#shared/proposals/proposal.ts';
import { day, month } from '#test/shared/samples.ts';

const today = day('2026-11-27');
const opening = {
  cell: 'hiep-hoa.thang.tieu-hoc',
  month: month('2026-12'),
  state: 'open',
  until: day('2026-12-03'),
  nonce: 'n',
  codeDigest: 'd',
  revision: 2,
  by: { user: 'a', role: 'cell', unit: 'hiep-hoa.thang.tieu-hoc' },
  at: '2026-11-26T01:00:00.000Z',
} as const;
const one = { number: 1, text: 'Làm đường', on: today, revision: 1 };
const deed = (
  typed: Record<string, string>,
  meeting = '2026-12-03',
  found: MeetingProposals = { opening, proposals: [one] },
) => parseDeed(typed, { today, meeting: day(meeting), found });

describe('how long members may propose', () => {
  it.each([
    ['2026-12-03', 7],
    ['2026-12-31', 10],
    ['2026-11-27', 1],
    ['2026-11-26', 0],
  ])('before a meeting on %s: %i days', (meeting, days) => {
    expect(mostOpenDays(today, day(meeting))).toBe(days);
  });

  it('is ten days where no day of the meeting is known, and counts today', () => {
    expect(mostOpenDays(today, undefined)).toBe(10);
    expect(openUntil(today, 1)).toBe(today);
    expect(openUntil(today, 7)).toBe('2026-12-03');
  });
});

describe('what a cell does about proposals', () => {
  it.each([
    [
      { action: 'open', days: '7', seen: '0' },
      { kind: 'open', until: '2026-12-03', seen: 0 },
    ],
    [
      { action: 'close', days: '', seen: '2' },
      { kind: 'close', seen: 2 },
    ],
    [
      { action: 'renew', seen: '2' },
      { kind: 'renew', seen: 2 },
    ],
    [
      { action: 'agenda', number: '1', seen: '1' },
      { kind: 'answer', number: 1, answer: { state: 'agenda' }, seen: 1 },
    ],
    [
      { action: 'reply', number: '1', 'reply.1': ' đã giao\nban quản lý ', seen: '1' },
      { kind: 'answer', number: 1, answer: { state: 'replied', reply: 'đã giao ban quản lý' }, seen: 1 },
    ],
  ])('%j is read', (typed, said) => {
    expect(deed(typed)).toEqual({ ok: true, deed: said });
  });

  it.each([
    [{ action: 'open', days: '8' }, 'days', 'too-large'],
    [{ action: 'open', days: '0' }, 'days', 'not-a-count'],
    [{ action: 'open', days: 'vài' }, 'days', 'not-a-count'],
    [{ action: 'open' }, 'days', 'required'],
    [{ action: 'reply', number: '1' }, 'reply.1', 'required'],
    [{ action: 'reply', number: '1', 'reply.1': 'a'.repeat(301) }, 'reply.1', 'too-long'],
    [{ action: 'reply', number: '2', 'reply.2': 'a' }, 'number', 'not-a-choice'],
    [{ action: 'agenda' }, 'number', 'required'],
    [{ action: 'look' }, 'action', 'not-a-choice'],
    [{ action: 'open', days: '1', until: '2030-01-01' }, 'until', 'unknown-field'],
  ])('%j is refused at %s: %s', (typed, field, code) => {
    const said = deed(typed as unknown as Record<string, string>);
    expect('errors' in said && said.errors.map((each) => [each.field, each.code])).toContainEqual([field, code]);
  });

  it('a meeting that is over is opened for nobody, and what is closed is not closed again', () => {
    for (const [typed, meeting, found, code] of [
      [{ action: 'open', days: '1' }, '2026-11-26', { proposals: [] }, 'meeting-over'],
      [{ action: 'close' }, '2026-12-03', { proposals: [] }, 'proposals-closed'],
      [
        { action: 'renew' },
        '2026-12-03',
        { opening: { ...opening, until: day('2026-11-26') }, proposals: [] },
        'proposals-closed',
      ],
    ] as const) {
      const said = deed(typed, meeting, found);
      expect('errors' in said && said.errors).toEqual([{ field: 'days', code }]);
    }
  });
});

describe('a proposal', () => {
  it.each([
    [{ text: ' Mở rộng đường\ntrục thôn ' }, 'Mở rộng đường\ntrục thôn'],
    [{ text: '<b>đường</b>' }, '<b>đường</b>'],
  ])('%j is read as text', (typed, text) => {
    expect(parseProposal(typed)).toEqual({ ok: true, text });
  });

  it.each([
    [{}, 'required'],
    [{ text: ' \u200b ' }, 'required'],
    [{ text: 'a'.repeat(501) }, 'too-long'],
    [{ text: 'a', name: 'Nguyễn Văn A' }, 'unknown-field'],
  ])('%j is refused: %s', (typed, code) => {
    const said = parseProposal(typed as unknown as Record<string, string>);
    expect('errors' in said && said.errors[0]?.code).toBe(code);
  });
});
