import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

type Options = Readonly<Partial<Record<string, string>>>;

/** Options that name units. */
const units = ['district', 'unit', 'commune', 'child'] as const;
/**
 * Options that name something of a unit's, `{unit}_…`. The unit may have ended, or be what cannot be read: its district is
 * looked up.
 */
const things = ['report', 'words'] as const;

/** What names something new, or what may be lost altogether, by command. */
const excepted: Readonly<Record<string, readonly string[]>> = {
  'start-district': ['district'],
  parent: ['unit'],
  province: ['unit'],
  // Whose directory is lost is what it is to say.
  verify: ['district'],
};

/** More are not named: nobody reads them. */
const MOST_NAMED = 8;

/**
 * Refuses a command that names a district or unit which was never entered, before it does anything: of a name that is
 * written wrong, "nothing to do" would be the wrong answer.
 *
 * @throws {Error} saying which name, and which there are
 */
export async function throwIfUnknown(
  command: string,
  options: Options,
  directory: Pick<DirectoryStore, 'districts' | 'unit' | 'parent'>,
): Promise<void> {
  const named = units.filter((option) => !excepted[command]?.includes(option));
  const names = [
    ...named.flatMap((option) => options[option]?.split(',') ?? []),
    ...things.flatMap((option) => districtOf(options[option]?.split('_')[0] ?? '') || []),
  ];
  if (names.length === 0) return;
  const districts = await directory.districts();
  for (const name of names) {
    if (!districts.includes(districtOf(name))) {
      if (await directory.parent(name)) continue;
      throw new Error(`There is no district ${districtOf(name)}: ${sayDistricts(districts)}.`);
    }
    if (!(await directory.unit(name))) throw new Error(`There is no unit ${name}: see how the name is written.`);
  }
}

function sayDistricts(districts: readonly UnitId[]): string {
  if (districts.length === 0) return 'none was entered yet';
  const more = districts.length > MOST_NAMED ? ` and ${districts.length - MOST_NAMED} more` : '';
  return `there ${districts.length === 1 ? 'is' : 'are'} ${districts.slice(0, MOST_NAMED).join(', ')}${more}`;
}
