import type { UnitsOutcome } from '#functions/store/change-units.ts';
import type { EnterOutcome } from '#functions/store/enter-units.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { closedWords } from '#shared/scorecards/texts/closed-months.ts';
import { faultWords } from '#shared/units/texts/unit-faults.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';

/**
 * Says why a change of units is refused, and the way out.
 *
 * @param lines the lines of the file that names the units; none if there is no file
 * @throws {BadFile} unless the change is stored
 */
export function throwIfRefused<O extends UnitsOutcome | EnterOutcome>(
  outcome: O,
  lines: ReadonlyMap<UnitId, number> = new Map(),
): asserts outcome is Exclude<O, { kind: 'faults' | 'closed' }> {
  const before = (numbers: readonly number[]) =>
    numbers.length > 0 ? `line ${[...new Set(numbers)].join(', ')}: ` : '';
  const lineOf = (unit: UnitId | undefined) => (unit === undefined ? [] : (lines.get(unit) ?? []));
  if (outcome.kind === 'faults') {
    const said = outcome.faults.map((fault) => {
      const line = [lineOf(fault.unit), lineOf(fault.other)].flat().slice(0, 1);
      return `${before(line)}${faultWords(fault, 'en')}`;
    });
    throw new BadFile(said.join('\n'));
  }
  if (outcome.kind === 'closed') {
    const said = outcome.months.map((each) => {
      const [vi = '', en = ''] = (['vi', 'en'] as const).flatMap((lang) => closedWords([each], lang));
      const within = [...lines].filter(([unit]) => each.units.includes(communeOf(unit))).map(([, line]) => line);
      return `${before(within)}${each.month} is closed. ${vi}\n  ${en}`;
    });
    throw new BadFile(said.join('\n'));
  }
}
