import type { WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { overrideWords } from '#shared/judging/texts/overrides.ts';
import { formatDay } from '#shared/language/format.ts';
import { regimeById, requireRegime, type Source } from '#shared/norms/regimes.ts';
import { type Day, lastMonthOf } from '#shared/period.ts';
import { minutesWords } from '#shared/reports/texts/minutes.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { resultTexts } from '#shared/scorecards/texts/results.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';

/** How to read the workbook: what each figure counts, by which documents, and how the file can be checked. */
export function notesSheet(scorecard: Scorecard): WriteSheet {
  const { overrides = {} } = scorecard;
  const regime = regimeById(scorecard.regime) ?? requireRegime(lastMonthOf(scorecard.month));
  const minutes = minutesWords(overrides.minimumMinutes ?? regime.minimumMinutes, 'vi');
  const thematics = overrides.thematicsAQuarter ?? regime.thematicsAQuarter;
  const day = overrides.meetingDay ?? regime.meetingDay;
  const set = overrideWords(overrides, 'vi').join('; ');
  const layout = sourceWords(letterheadIn(lastMonthOf(scorecard.month)).sources);
  const notes: readonly (readonly [string, string])[] = [
    [
      'Căn cứ',
      `${regime.name}. Văn bản: ${sourceWords(regime.sources)}. Thể thức, cơ quan: ${layout}.${set && ` Huyện quy định khác: ${set}.`}`,
    ],
    [
      'Kỳ báo cáo',
      'Một tháng theo ngày họp, giờ Việt Nam. Đúng hạn hay chậm tính theo lúc hệ thống nhận báo cáo đầu tiên.',
    ],
    [
      'Chưa nộp',
      'Chi bộ chưa nộp báo cáo chỉ tính vào số phải nộp; không coi là 0. Sau khi chốt, chi bộ không báo cáo không được coi là đạt những chỉ tiêu yêu cầu 100% chi bộ.',
    ],
    [
      'Chưa kết luận',
      'Chỉ nói đạt hoặc chưa đạt khi không báo cáo nào còn có thể đến và làm thay đổi; còn lại là chưa kết luận.',
    ],
    [
      'Phải dự',
      'Đảng viên chính thức + dự bị − miễn − tạm miễn − chuyển đi − đình chỉ − nhiệm vụ đặc biệt + chuyển đến. Vắng có lý do vẫn tính vào số phải dự; khách mời không tính vào số có mặt.',
    ],
    ['Tỷ lệ dự', 'Cộng số có mặt chia cho cộng số phải dự. Đạt hay chưa đạt xét trên số nguyên, trước khi làm tròn.'],
    ['Thời lượng', `Buổi thường kỳ: ${minutes}.`],
    ...(day
      ? [
          [
            'Ngày sinh hoạt',
            `Ngày ${day.day} hằng tháng; trùng ngày nghỉ hoặc có việc đặc biệt thì chậm nhất ngày ${day.until}.`,
          ] as const,
        ]
      : []),
    ['Chuyên đề', `Mỗi quý ít nhất ${thematics} buổi, xét vào tháng cuối quý; không thay cho buổi thường kỳ.`],
    [
      'Điểm, xếp loại',
      'Tính trên những tiêu chí đã có điểm, quy về thang 100. Xếp loại của buổi sinh hoạt, không phải xếp loại chi bộ cuối năm.',
    ],
    [
      'Tổ công tác',
      'Buổi dự sinh hoạt tính theo báo cáo của tổ công tác, không tính buổi đã hủy; chi bộ của đơn vị chưa có tổ nào phụ trách không đưa vào tỷ lệ.',
    ],
    [
      'Phụ trách',
      'Tính ở những đơn vị đã phân công cấp ủy viên phụ trách chi bộ; điều chưa được ghi nhận không coi là chưa làm.',
    ],
    [
      'Vấn đề',
      'Tiếp nhận và giải quyết trong kỳ tính theo ngày, giờ Việt Nam; trả lời là không có cơ sở cũng là đã trả lời. Còn lại và quá hạn tính ở cuối kỳ. Thời gian giải quyết tính theo khoảng ngày.',
    ],
    ['Kết quả', resultTexts.vi.note],
    ['Công thức', 'Tỷ lệ và dòng cộng trong tệp là công thức: sửa số liệu gốc thì kết quả tính lại theo.'],
    ['Mã kiểm tra', scorecard.digest],
  ];
  const draft = new SheetDraft('Ghi chú');
  const first = drawTitle(draft, scorecard, 'CÁCH TÍNH VÀ CĂN CỨ', 0, 2);
  for (const [at, [name, text]] of notes.entries()) {
    draft.put(first + at, 0, name, styles.strongText);
    draft.put(first + at, 1, text, styles.text);
    // About 110 characters fit on a line of this width.
    draft.setHeight(first + at, 18 * Math.ceil(text.length / 110));
  }
  return draft.finish({
    widths: [18, 100],
    fixedRows: 0,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

function sourceWords(sources: readonly Source[]): string {
  return sources.map(({ number, date }) => `${number} (${formatDay(date as Day)})`).join('; ');
}
