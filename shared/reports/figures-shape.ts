import { type Check, isText, isWhole, listOf, oneOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { parseDay } from '#shared/period.ts';
import { type AnyField, isAlwaysGiven } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import { isTargetId } from '#shared/reports/target-id.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { isUnitId } from '#shared/units/units.ts';

/** A day as it is stored. */
export const isDay: Check = (value) => typeof value === 'string' && parseDay(value) === value;

/** Points are given in halves too. */
const isPoints: Check = (value) => Number.isFinite(value) && Math.abs(value as number) <= 1000;
/** Of some unit; so much as no unit allows is absurd. */
const isQuantity: Check = (value) =>
  Number.isFinite(value) && (value as number) > 0 && (value as number) <= MOST_OF_ANY;
const MOST_OF_ANY = Math.max(...resultUnitCodes.map((code) => resultUnits[code].most));
const rescored = optional(recordOf(shape({ points: isPoints })));

/** Whether a value is a report's figures as they are stored: each answer of its kind, and no number absurd. */
export const isReportFigures: Check = shape({
  ...partsOf(reportFields),
  reviewed: rescored,
  official: rescored,
});

/** Whether a value says of tasks what a report's figures do. */
export const areTaskFigures: Check = shape(partsOf({ tasks: reportFields.tasks, followUps: reportFields.followUps }));

function partsOf(table: Readonly<Record<string, AnyField>>): Record<string, Check> {
  const figures = Object.entries(table).filter(([, { kind }]) => kind !== 'words');
  return Object.fromEntries(
    figures.map(([name, field]) => {
      // A task in words is free text.
      const isAlways = isAlwaysGiven(field) && field.kind !== 'task';
      return [name, isAlways ? checkOf(field) : optional(checkOf(field))];
    }),
  );
}

function checkOf(field: AnyField): Check {
  switch (field.kind) {
    case 'count':
      return isWhole(0, field.most);
    case 'quantity':
      return isQuantity;
    case 'row':
      return isWhole(1, field.most);
    case 'target':
      return isTargetId;
    case 'task':
      return isTaskId;
    case 'choice':
      return oneOf(Object.keys(field.choices));
    case 'day':
      return isDay;
    case 'cell':
      return (value) => typeof value === 'string' && isUnitId(value);
    case 'choices':
      return listOf(oneOf(Object.keys(field.choices)));
    case 'rows':
      return listOf(shape(partsOf(field.parts)));
    case 'points':
      return recordOf(isPoints);
    default:
      return isText;
  }
}
