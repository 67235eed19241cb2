import type { WriteSheet } from 'hucre/xlsx';
import { serialOf } from '#shared/input/lists/day-of-serial.ts';
import { type Day, type Month, parseDay } from '#shared/period.ts';
import { sheetOf, type Written } from '#test/functions/files/list-workbook.ts';

export const summaryHead = [
  ...['STT', 'Tên chi bộ', 'Ngày họp', 'Thời gian (phút)', 'Đảng số', 'Miễn SH', 'Phải dự', 'Có mặt', 'Vắng có LD'],
  ...['Vắng không LD', 'Điểm tự chấm', 'Ghi chú'],
];

/** A commune's own summary of a month, made up as they are made: titles, days in four ways, a row of sums. */
export function monthSummary(month: Month, day: Day): WriteSheet {
  const [year, m, d] = [month.slice(0, 4), Number(month.slice(5)), Number(day.slice(8))];
  const two = (number: number) => String(number).padStart(2, '0');
  const rows: readonly (readonly Written[])[] = [
    [`BIỂU TỔNG HỢP SINH HOẠT CHI BỘ THÁNG ${m} NĂM ${year}`],
    ['Đảng bộ xã Thanh Vân'],
    [],
    summaryHead,
    [1, 'Chi bộ thôn Chùa', serialOf(parseDay(day) as Day), 95, 31, 2, null, 27, 1, 1, 92],
    [2, 'Chi bộ thôn Đoài', `${d}/${m}/${year}`, '1h30', 22, 1, 21, '21/21', '', '', 88.5],
    [3, 'CB thôn Đông'.normalize('NFD'), `${two(d)}.${two(m)}`, "90'", 42, 4, 38, 36, 2, 0, '95,5'],
    [4, 'Chi bộ thôn Hoà Bình', `${d}/${m}/${year.slice(2)}`, '19h-20h45', 25, 0, 25, 26, 0, 0, 90, 'có 1 khách'],
    [
      5,
      'Chi bộ Trường Mầm non Thanh Vân',
      `${two(d)}/${two(m)}/${year}`,
      120,
      14,
      '-',
      '14',
      '14 (100%)',
      '0',
      '0',
      97,
    ],
    ['', 'Cộng', '', '', 134, 7, 126, 124, 3, 1],
  ];
  const sheet = sheetOf(`T${m}`, rows);
  sheet.cells?.set('4,6', { formula: 'E5-F5' });
  return sheet;
}

/** The cells of the summary's commune, as a list of units has them. */
export const summaryCells = (commune: string): string[] =>
  [
    'chua;cell;Chi bộ thôn;Chùa;thon',
    'doai;cell;Chi bộ thôn;Đoài;thon',
    'dong;cell;Chi bộ thôn;Đông;thon',
    'hoa-binh;cell;Chi bộ thôn;Hòa Bình;thon',
    'mam-non;cell;Chi bộ;Trường Mầm non Thanh Vân;truong-hoc',
  ].map((line) => `${commune}.${line};2019-03;;`);
