import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { posts, type SeatCount, type Seats, seatStates } from '#shared/trainings/attendance.ts';
import type { CheckRevision } from '#shared/trainings/check.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { type TrainingKey, trainingName } from '#shared/trainings/training.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';

interface SeatsTableProps {
  readonly lang: Lang;
  readonly training: TrainingKey;
  readonly counts: readonly { readonly commune: Unit; readonly count: SeatCount }[];
  /** Which commune is shown by cell, from 1. */
  readonly page: number;
  readonly cells: readonly Unit[];
  readonly seats: Seats;
  readonly checks: readonly CheckRevision[];
}

/** Who was invited and came: by commune where there are several, and by cell and post for one of them. */
export function SeatsTable({ lang, training, counts, page, cells, seats, checks }: SeatsTableProps) {
  const t = trainingTexts[lang];
  const shown = counts[page - 1]?.commune;
  const heads = codesOf(posts);
  const to = (at: number) =>
    pathTo('/trainings/{training}', { training: trainingName(training) }, { page: String(at + 1) });
  return (
    <>
      <h2>{t.attendance}</h2>
      {counts.length > 1 && (
        <FiguresTable title={t.byCommune} first={t.commune} heads={[t.invited, t.came]}>
          <tbody>
            {counts.map(({ commune, count }, at) => (
              <tr key={commune.id}>
                <th scope="row">
                  <a href={to(at)} aria-current={at + 1 === page ? 'true' : undefined}>
                    {capitalized(fullName(commune))}
                  </a>
                </th>
                <td class="num">{count.invited}</td>
                <td class="num">{count.came}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.all}</th>
              <td class="num">{counts.reduce((sum, { count }) => sum + count.invited, 0)}</td>
              <td class="num">{counts.reduce((sum, { count }) => sum + count.came, 0)}</td>
            </tr>
          </tfoot>
        </FiguresTable>
      )}
      {shown && (
        <FiguresTable
          title={capitalized(fullName(shown))}
          first={t.cell}
          heads={heads.map((post) => posts[post][lang])}
        >
          <tbody>
            {cells.map((cell) => (
              <tr key={cell.id}>
                <th scope="row">{capitalized(fullName(cell))}</th>
                {heads.map((post) => {
                  const state = seats[cell.id]?.[post];
                  const check = checks.find((each) => each.cell === cell.id && each.post === post);
                  return (
                    <td key={post} class="num">
                      {state ? seatStates[state][lang] : '–'}
                      {check && <span class="muted"> ({t.checked(check.right, check.of)})</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </FiguresTable>
      )}
    </>
  );
}
