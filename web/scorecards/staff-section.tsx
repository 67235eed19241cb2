import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Scorecard, StaffSides } from '#shared/scorecards/scorecard.ts';
import { staffLines } from '#shared/scorecards/staff-lines.ts';
import { staffTexts } from '#shared/scorecards/texts/staff.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';

interface StaffSectionProps {
  readonly staff: StaffSides;
  readonly status: Scorecard['status'];
  readonly lang: Lang;
}

/** Cells with commune staff among their members beside those without. */
export function StaffSection({ staff, status, lang }: StaffSectionProps) {
  const t = staffTexts[lang];
  return (
    <section id="staff">
      <h2>{t.title}</h2>
      <FiguresTable title={t.title} first={t.figure} heads={[t.with, t.without]}>
        <tbody>
          {staffLines({ staff, status }, lang).map(({ label, with: own, without }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="num">{own}</td>
              <td class="num">{without}</td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <p class="hint">{t.note(formatNumber(staff.unknown, lang))}</p>
    </section>
  );
}
