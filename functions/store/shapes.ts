import { type Check, isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import { parseMonth } from '#shared/period.ts';
import { codesOf, severities, yesNo } from '#shared/reports/choices.ts';
import { isTopic } from '#shared/reports/topics.ts';
import { isUnitId } from '#shared/units/units.ts';

/** An instant of ours: ISO 8601 in UTC, in a time in which somebody can have stored something. */
export const isInstant: Check = (value) =>
  typeof value === 'string' &&
  /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

export const isUnit: Check = (value) => typeof value === 'string' && isUnitId(value);

export const isMonth: Check = (value) => typeof value === 'string' && parseMonth(value) !== undefined;

export const isActor = shape({ user: isText, role: isText, unit: isUnit });

/** What every appended revision says besides its content. */
export const authored = { by: isActor, at: isInstant } as const;
export const revised = { ...authored, revision: isWhole(1, 9999) } as const;

/** Figures of a scorecard. */
export const figures = listOf(shape({ id: isText, numerator: Number.isInteger, denominator: Number.isInteger }));

/** A concern; its words stand apart where its report keeps them. */
export const concern = {
  topic: (value: unknown) => typeof value === 'string' && isTopic(value),
  severity: optional(oneOf(codesOf(severities))),
  bypass: optional(oneOf(codesOf(yesNo))),
} as const;
