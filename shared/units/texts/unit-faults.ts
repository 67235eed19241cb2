import { monthDigits } from '#shared/language/format.ts';
import type { Bilingual, Lang } from '#shared/language/lang.ts';
import type { UnitFault } from '#shared/units/directory-faults.ts';

type Words = (fault: { readonly unit: string; readonly other: string; readonly month: string }) => string;

const words: Readonly<Record<UnitFault['code'], Bilingual<Words>>> = {
  'ends-before-it-begins': {
    vi: ({ unit, month }) => `${unit} kết thúc trước khi bắt đầu (${month}): sửa tháng kết thúc.`,
    en: ({ unit, month }) => `${unit} ends before it begins (${month}): correct its last month.`,
  },
  'begins-before-parent': {
    vi: ({ unit, other, month }) => `${unit} có trước ${other}: cho bắt đầu từ ${month} trở đi, hoặc sửa ${other}.`,
    en: ({ unit, other, month }) =>
      `${unit} is older than ${other}: let it begin in ${month} or later, or correct ${other}.`,
  },
  'begins-after-parent-ended': {
    vi: ({ unit, other, month }) => `${unit} bắt đầu khi ${other} đã kết thúc (${month}): đặt dưới đơn vị kế tục.`,
    en: ({ unit, other, month }) => `${unit} begins after ${other} has ended (${month}): enter it under the successor.`,
  },
  'stands-after-parent-ended': {
    vi: ({ unit, other, month }) =>
      `${other} kết thúc ${month} mà ${unit} còn: cho ${unit} kết thúc chậm nhất ${month}.`,
    en: ({ unit, other, month }) =>
      `${other} ends in ${month} while ${unit} stands: end ${unit} in ${month} or before.`,
  },
  'no-parent': {
    vi: ({ unit, other }) => `Không có ${other}, đơn vị trên của ${unit}: nhập đơn vị trên trước.`,
    en: ({ unit, other }) => `there is no ${other}, above ${unit}: enter that first.`,
  },
  twice: {
    vi: ({ unit }) => `${unit} có hai lần: bỏ một dòng.`,
    en: ({ unit }) => `${unit} stands there twice: leave one out.`,
  },
  'no-predecessor': {
    vi: ({ unit, other }) => `Không có ${other}, đơn vị trước của ${unit}: sửa mã đơn vị trước.`,
    en: ({ unit, other }) => `There is no ${other}, from which ${unit} came: correct the predecessor.`,
  },
  'name-outside-span': {
    vi: ({ unit, month }) => `${unit} có tên từ ${month}, ngoài thời gian tồn tại hoặc sai thứ tự: sửa tháng đổi tên.`,
    en: ({ unit, month }) => `${unit} has a name from ${month}, outside its span or out of order: correct that month.`,
  },
};

/** A fault in words: what is wrong, and the way out. */
export function faultWords({ unit, code, other = '', month }: UnitFault, lang: Lang): string {
  return words[code][lang]({ unit, other, month: month ? monthDigits(month) : '' });
}
