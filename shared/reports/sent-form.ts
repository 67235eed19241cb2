import type { Typed } from '#shared/input/typed.ts';

/** What a form sends: the report as typed, and the values around it. */
export function splitForm(body: Typed) {
  const {
    csrf: _csrf,
    action: _action,
    baseRevision,
    month,
    filledAt,
    clock,
    reason,
    press,
    savedAt,
    opened,
    ...typed
  } = body;
  return { typed, baseRevision, month, filledAt, clock, reason, press, savedAt, opened };
}
