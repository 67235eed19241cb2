import type { ComponentChildren } from 'preact';
import { guidanceTexts } from '#shared/guidance/texts/guidance.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { fullName, type Unit } from '#shared/units/units.ts';

interface ReadersProps {
  readonly lang: Lang;
  /** How many have read it. */
  readonly summary: string;
  /** The working groups that have, with their heading. */
  readonly groups: { readonly label: string; readonly numbers: readonly number[] };
  readonly lists: readonly ReadersList[];
}

interface ReadersList {
  readonly heads: { readonly unit: string; readonly read: string };
  /** `read` says when; absent: not at all. */
  readonly rows: readonly { readonly unit: Unit; readonly read: ComponentChildren }[];
  /** Said of those that have not. */
  readonly unread: string;
}

/** Who has read what the district publishes, folded away behind the count. A list without units is left out. */
export function Readers({ lang, summary, groups, lists }: ReadersProps) {
  return (
    <details>
      <summary>{summary}</summary>
      <p class="hint">{guidanceTexts[lang].readByWhom}</p>
      {groups.numbers.length > 0 && (
        <p>
          {groups.label} {groups.numbers.join(', ')}
        </p>
      )}
      {lists
        .filter(({ rows }) => rows.length > 0)
        .map(({ heads, rows, unread }) => (
          <table key={heads.unit} class="data">
            <thead>
              <tr>
                <th scope="col">{heads.unit}</th>
                <th scope="col">{heads.read}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ unit, read }) => (
                <tr key={unit.id}>
                  <th scope="row">{capitalized(fullName(unit))}</th>
                  <td>{read ?? <span class="missed">{unread}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </details>
  );
}
