import { sessionCookie } from '#functions/http/cookies.ts';
import type { Request } from '#functions/http/request.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { parseReportId } from '#shared/reports/report.ts';
import { districtOf, isUnitId, type UnitId } from '#shared/units/units.ts';

type Units = Pick<DirectoryStore, 'unit'>;

/**
 * Begins to read the unit that a request names while its session is read: both are then one request to the database.
 * Nothing of it is shown before the session says who asks; for whoever has no cookie of a session nothing is read.
 */
export function readNamed(request: Request, directory: Units): void {
  const { params, query, body } = request;
  const named = [parseReportId(params['id'] ?? '')?.cell, query['cell'], body['cell'], query['unit']];
  const unit = named.find((each) => each !== undefined && isUnitId(each));
  if (unit !== undefined && sessionCookie(request)) readWithDistrict(unit, directory);
}

/** Begins to read a unit and its district together. What cannot be read is found by whoever asks for it. */
export function readWithDistrict(unit: UnitId, directory: Units): void {
  for (const id of [unit, districtOf(unit)]) directory.unit(id).catch(() => undefined);
}
