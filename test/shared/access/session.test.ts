import { describe, expect, it } from 'vitest';
import { absoluteEnd, isDueToNote, isOpen } from '#shared/access/session.ts';

const startedAt = '2026-11-24T01:00:00.000Z';

describe('a session', () => {
  it.each([
    ['2026-11-24T01:00:00.000Z', '2026-11-24T02:59:59.000Z', true],
    ['2026-11-24T01:00:00.000Z', '2026-11-24T03:00:00.000Z', false], // left alone for two hours
    ['2026-11-24T12:30:00.000Z', '2026-11-24T12:59:59.000Z', true],
    ['2026-11-24T12:59:00.000Z', '2026-11-24T13:00:00.000Z', false], // twelve hours, however busy
  ])('last seen at %s is open at %s: %s', (seenAt, now, open) => {
    expect(isOpen({ startedAt, seenAt }, now)).toBe(open);
  });

  it('ends twelve hours after it began, and is noted every five minutes', () => {
    expect(absoluteEnd({ startedAt })).toBe('2026-11-24T13:00:00.000Z');
    expect(isDueToNote({ startedAt, seenAt: startedAt }, '2026-11-24T01:04:59.000Z')).toBe(false);
    expect(isDueToNote({ startedAt, seenAt: startedAt }, '2026-11-24T01:05:00.000Z')).toBe(true);
  });
});
