import { BadFile } from '#infra/admin/bad-file.ts';
import { type Act, deeds } from '#shared/units/reorganise/plan.ts';
import { readPlan } from '#shared/units/reorganise/read-plan.ts';

/**
 * Reads the acts of a plan's file.
 *
 * @throws {BadFile} naming the columns that lack, or every line with another word for what is to be done
 */
export function actsIn(text: string): readonly Act[] {
  const read = readPlan(text);
  if (read.ok) return read.acts;
  if (read.missing.length > 0) throw new BadFile(`The head line lacks: ${read.missing.join(', ')}.`);
  throw new BadFile(read.lines.map((line) => `line ${line}: what is one of ${deeds.join(', ')}`).join('\n'));
}
