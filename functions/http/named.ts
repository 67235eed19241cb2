import { can, type Viewer } from '#shared/access/can.ts';
import type { Permission } from '#shared/access/routes.ts';
import { type ActionId, actionIdOf, parseActionId, type TrackedAction } from '#shared/actions/action.ts';
import { type MatterId, matterIdOf, parseMatterId } from '#shared/matters/matter.ts';
import { type Month, monthOf } from '#shared/period.ts';
import { parseReportId, type Report, type ReportId, reportIdOf } from '#shared/reports/report.ts';
import { parseTaskId, type TaskId } from '#shared/reports/task-id.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';
import { parseVisitId, type Visit } from '#shared/visits/visit.ts';

/*
 * What a request names: in its path, its query or its body. Each function here reads a name, finds the unit in it, and
 * asks `can`. The month of the thing decides, since a working group has other communes in other months.
 *
 * A name from elsewhere gives `undefined`, as one of nothing does. An action that is given `undefined` reads nothing, so
 * that both are answered alike. Actions read names only by these functions: `test/architecture.test.ts`.
 */

/** A unit at which the viewer has the permission. */
export function namedUnit(
  viewer: Viewer,
  permission: Permission,
  typed: string | undefined,
  month?: Month,
): UnitId | undefined {
  return typed !== undefined && isUnitId(typed) && can(viewer, permission, typed, month) ? typed : undefined;
}

/** A unit whose page the viewer opens. A working group also opens its district's, and finds its communes there. */
export function openedUnit(viewer: Viewer, typed: string = viewer.unit): UnitId | undefined {
  return typed === viewer.unit ? typed : namedUnit(viewer, 'see', typed);
}

/** A report of a cell at which the viewer has the permission. */
export function namedReport(
  viewer: Viewer,
  permission: Permission,
  typed: string | undefined,
): (Pick<Report, 'cell' | 'date' | 'kind'> & { readonly id: ReportId }) | undefined {
  const parts = parseReportId(typed ?? '');
  return parts && can(viewer, permission, parts.cell, monthOf(parts.date))
    ? { ...parts, id: reportIdOf(parts) }
    : undefined;
}

/** A visit to a unit at which the viewer has the permission. */
export function namedVisit(
  viewer: Viewer,
  permission: Permission,
  typed: string | undefined,
): Pick<Visit, 'id' | 'unit' | 'date' | 'group'> | undefined {
  const parts = parseVisitId(typed ?? '');
  return parts && can(viewer, permission, parts.unit, monthOf(parts.date)) ? parts : undefined;
}

/** A visit of the viewer's own working group. Another district may have a group of the same number. */
export function ownVisit(viewer: Viewer, typed: string | undefined): ReturnType<typeof namedVisit> {
  const visit = namedVisit(viewer, 'review', typed);
  return viewer.role === 'group' && visit?.group === viewer.group ? visit : undefined;
}

/** A matter that was raised where the viewer may see it. It is not of a month: it waits until it is settled. */
export function namedMatter(viewer: Viewer, typed: string | undefined): MatterId | undefined {
  const parts = parseMatterId(typed ?? '');
  return parts && can(viewer, 'see', parts.unit) ? matterIdOf(parts.source, parts.number) : undefined;
}

/** An action on a figure of a unit at which the viewer has the permission. It is not of a month: it waits until it ends. */
export function namedAction(
  viewer: Viewer,
  permission: Permission,
  typed: string | undefined,
): (Pick<TrackedAction, 'unit' | 'indicator' | 'month'> & { readonly id: ActionId }) | undefined {
  const parts = parseActionId(typed ?? '');
  return parts && can(viewer, permission, parts.unit) ? { ...parts, id: actionIdOf(parts) } : undefined;
}

/** A task that was given where the viewer has the permission. It is not of a month: it waits until it ends. */
export function namedTask(
  viewer: Viewer,
  permission: Permission,
  typed: string | undefined,
): { readonly id: TaskId; readonly cell: UnitId } | undefined {
  const parts = parseTaskId(typed ?? '');
  const cell = parts && parseReportId(parts.report)?.cell;
  return cell && can(viewer, permission, cell) ? { id: typed as TaskId, cell } : undefined;
}
