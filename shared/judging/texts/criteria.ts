import { inEach, type Lang } from '#shared/language/lang.ts';

/** The criteria of all score sheets by id. A test compares this table with `shared/norms/rubrics.ts`. */
const names = inEach({
  duration: { vi: 'Thời gian, thời lượng', en: 'Duration' },
  attendance: { vi: 'Tỷ lệ đảng viên dự', en: 'Attendance' },
  noLongAbsence: {
    vi: 'Không ai vắng có lý do quá 3 lần liên tiếp trong năm',
    en: 'Nobody excused more than 3 times running this year',
  },
  content: { vi: 'Chuẩn bị nội dung đúng, đủ, trọng tâm', en: 'Content prepared: right, complete, to the point' },
  oriented: { vi: 'Định hướng, dự thảo kết luận, nghị quyết', en: 'Orientation and draft resolution' },
  committeeMet: { vi: 'Họp chi ủy, có biên bản', en: 'The committee met, with minutes' },
  notified: { vi: 'Thông báo cho đảng viên và cấp ủy theo dõi', en: 'Members and the superior committee notified' },
  papersSent: { vi: 'Gửi tài liệu trước ít nhất 1 ngày', en: 'Papers sent at least a day before' },
  steps: { vi: 'Thực hiện đủ các bước', en: 'All steps followed' },
  regularContent: { vi: 'Nội dung sinh hoạt thường kỳ', en: 'Content of the regular meeting' },
  thematicContent: { vi: 'Nội dung chuyên đề (tháng có chuyên đề)', en: 'Thematic content (months with one)' },
  praise: { vi: 'Biểu dương, nhắc nhở', en: 'Praise and reminders' },
  speakers: { vi: 'Đảng viên phát biểu ý kiến', en: 'Members who spoke' },
  minuteBook: { vi: 'Sổ biên bản đầy đủ', en: 'Minute book complete' },
  ideology: { vi: '15 đến 30 phút đánh giá tư tưởng', en: '15 to 30 minutes on opinion among members' },
  handbook: { vi: 'Tài liệu trên Sổ tay đảng viên điện tử', en: 'Papers in the electronic handbook' },
  flexible: { vi: 'Điều hành linh hoạt', en: 'Flexible chairing' },
  guiding: { vi: 'Định hướng thảo luận', en: 'Guiding the discussion' },
  democratic: { vi: 'Gợi mở, phát huy dân chủ', en: 'Drawing members out' },
  concluding: { vi: 'Tổng hợp, kết luận', en: 'Summing up' },
  centralism: { vi: 'Tập trung dân chủ', en: 'Democratic centralism' },
  selfCriticism: { vi: 'Tự phê bình và phê bình', en: 'Self-criticism and criticism' },
  militancy: { vi: 'Tính lãnh đạo, giáo dục, chiến đấu', en: 'Leading, educating, militant' },
  worries: { vi: 'Giải quyết tâm tư, nguyện vọng', en: 'Concerns of members settled' },
  results: { vi: 'Kết quả thực hiện nghị quyết kỳ trước', en: 'Results of the last resolution' },
  conclusion: { vi: 'Kết luận, nghị quyết', en: 'Conclusion or resolution' },
  minutes: { vi: 'Biên bản, phân công nhiệm vụ', en: 'Minutes, tasks given' },
  published: { vi: 'Đăng tải trong 2 ngày (nội dung không mật)', en: 'Published within 2 days (nothing secret)' },
  discussion: { vi: 'Thảo luận, biểu dương, phê bình', en: 'Discussion, praise, criticism' },
});

/** The headings of the score sheets by id. */
const groups = inEach({
  time: { vi: 'Chấp hành thời gian, thời lượng', en: 'Time' },
  presence: { vi: 'Tỷ lệ dự sinh hoạt', en: 'Attendance' },
  preparation: { vi: 'Công tác chuẩn bị', en: 'Preparation' },
  conduct: { vi: 'Tổ chức sinh hoạt', en: 'Conduct' },
  chairing: { vi: 'Điều hành của bí thư', en: 'Chairing' },
  principles: { vi: 'Nguyên tắc tổ chức, sinh hoạt đảng', en: 'Principles' },
  results: { vi: 'Kết quả lãnh đạo', en: 'Results' },
  ending: { vi: 'Kết thúc sinh hoạt', en: 'Ending' },
});

/** A criterion's name; an id that is not in the table is its own name. */
export function criterionName(id: string, lang: Lang): string {
  return nameIn(names, id, lang);
}

/** The name of a heading of the score sheet. */
export function criterionGroupName(id: string, lang: Lang): string {
  return nameIn(groups, id, lang);
}

function nameIn(table: { readonly [L in Lang]: Readonly<Record<string, string>> }, id: string, lang: Lang): string {
  return (Object.hasOwn(table[lang], id) && table[lang][id]) || id;
}
