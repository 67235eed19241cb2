import type { ComparedRow } from '#shared/reports/files/compare-stored.ts';
import type { ReportFile } from '#shared/reports/files/read-report-file.ts';
import { fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, month, revisionsOf } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { ImportPage } from '#web/reports/import-page.tsx';

/** The page that takes a month's reports as a file: empty, with a preview, and after it was sent. */
export function importModels({ inCommune }: Contexts): Examples {
  const page = { context: inCommune, unit: commune, month, cells: communeCells, typed: {} };
  const [stored] = revisionsOf(cell);
  if (!stored) throw new Error('The demo has no report');
  const row = (number: string, changes: Partial<ComparedRow>): ComparedRow => ({
    ...{ row: number, said: 'CB thôn Đông', cell: cell.id, isSkipped: false, existing: '', remarks: [] },
    typed: {
      kind: 'regular',
      date: '03/11/2025',
      durationMinutes: '90',
      fullMembers: '42',
      exempt: '4',
      present: '36',
    },
    from: { date: `C${number}`, durationMinutes: `D${number}`, present: `H${number}`, cell: `B${number}` },
    ...{ understood: [], errors: [], compared: { kind: 'new' as const } },
    ...changes,
  });
  const file: ReportFile = {
    list: {
      sheets: [
        {
          name: 'T11',
          head: {
            ...{ row: 4, below: 5, at: {} },
            columns: [
              { name: 'B', title: 'Tên chi bộ', field: 'name' },
              { name: 'H', title: 'Có mặt', field: 'present' },
              { name: 'K', title: 'Điểm tự chấm', field: 'points' },
            ],
          },
        },
      ],
      ...{ records: [], blank: 0, leftOut: [{ sheet: 'T11', row: 10, kind: 'subtotal', text: 'Cộng' }] },
    },
    ...{ rows: [], blank: [fullName(cell)] },
  };
  const rows = [
    row('5', {
      understood: [
        { field: 'durationMinutes', address: 'D5', said: '19h-20h45', typed: '105' },
        { field: 'startTime', address: 'D5', said: '19h-20h45', typed: '19:00', why: 'presumed' },
        { field: 'fullMembers', address: 'E5', said: '42', typed: '40', why: 'whole-members' },
        { field: 'probationaryMembers', said: '', typed: '2', why: 'last-report' },
        { field: 'excused', said: '', typed: '0', why: 'rest-of-required' },
        { field: 'required', address: 'G5', said: '37', typed: '38', why: 'required-differs' },
        { field: 'present', address: 'H5', said: '', typed: '', why: 'no-value' },
      ],
      remarks: ['SH chuyên đề cùng buổi'],
      errors: [{ field: 'resolution', code: 'required' }],
    }),
    row('6', {
      errors: [
        { field: 'present', code: 'present-above-required', params: { present: 26, required: 25 } },
        { field: 'resolution', code: 'required' },
      ],
    }),
    row('7', { said: 'Chi bộ Trung', cell: '', errors: [{ field: 'cell', code: 'unknown-unit' }] }),
    row('8', { errors: [{ field: 'cell', code: 'already-in-file', params: { row: '5' } }] }),
    row('9', { compared: { kind: 'same', stored } }),
    row('10', {
      compared: { kind: 'differs', stored, differences: [{ field: 'present', stored: '35', inFile: '36' }] },
      errors: [{ field: 'existing', code: 'required' }],
    }),
    row('11', {
      compared: { kind: 'other-day', stored, day: day('2025-11-04') },
      errors: [{ field: 'existing', code: 'required' }],
    }),
  ];
  return {
    import: () => <ImportPage {...page} />,
    'import-refused': () => <ImportPage {...page} refused="Tệp trống: đề nghị chọn lại tệp." />,
    'import-preview': () => <ImportPage {...page} rows={rows} list="W10" file={file} />,
    'import-done': () => (
      <ImportPage
        {...page}
        stored={{
          stored: [
            { id: `${cell.id}_2025-11-03_regular`, receipt: '2511-KY3D-10BR', kind: 'added' },
            { id: `${commune.id}.a_2025-11-03_regular`, receipt: '2511-KY3D-10BS', kind: 'same' },
          ],
          ...{ failed: ['8'], stale: ['9'] },
        }}
        rows={[row('8', {})]}
        list="W10"
      />
    ),
    'import-before': () => <ImportPage {...page} cells={[]} />,
    'import-nothing': () => <ImportPage {...page} stored={{ stored: [], failed: [], stale: [] }} />,
  };
}
