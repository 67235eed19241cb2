import { inEach, type Lang } from '#shared/texts/lang.ts';

/** The criteria of both regimes by id. A test holds this table against `shared/regimes.ts`. */
const names = inEach({
  duration: { vi: 'Chấp hành thời gian, thời lượng', en: 'Time and duration' },
  attendance: { vi: 'Tỷ lệ đảng viên dự sinh hoạt', en: 'Attendance' },
  content: { vi: 'Nội dung đúng, đủ, có trọng tâm', en: 'Content: right, complete, to the point' },
  preparation: { vi: 'Công tác chuẩn bị', en: 'Preparation' },
  steps: { vi: 'Thực hiện đủ các bước', en: 'All steps followed' },
  discussion: { vi: 'Thảo luận, biểu dương, phê bình', en: 'Discussion, praise, criticism' },
  chairing: { vi: 'Điều hành của người chủ trì', en: 'Chairing' },
  principles: { vi: 'Nguyên tắc tổ chức, sinh hoạt đảng', en: 'Principles of organisation' },
  results: { vi: 'Kết quả thực hiện nghị quyết kỳ trước', en: 'Results of the last resolution' },
  ending: { vi: 'Kết thúc: kết luận, biên bản', en: 'Ending: conclusion, minutes' },
});

/** A criterion's name; an id that is not in the table stands for itself. */
export function criterionName(id: string, lang: Lang): string {
  return Object.hasOwn(names[lang], id) ? names[lang][id as keyof (typeof names)['vi']] : id;
}
