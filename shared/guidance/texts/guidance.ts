import type { Audience } from '#shared/guidance/guidance.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';
import { cellTypes } from '#shared/units/cell-types.ts';

export const guidanceTexts = inEach({
  title: { vi: 'Định hướng nội dung sinh hoạt', en: 'Orientation of the meetings' },
  none: {
    vi: 'Ban Tổ chức Huyện ủy chưa ban hành định hướng của tháng này.',
    en: 'The district organisation board has not published anything for this month.',
  },
  published: {
    vi: (revision: number, at: string) => `Ban hành lần ${revision}, ${at}`,
    en: (revision: number, at: string) => `Published, revision ${revision}, ${at}`,
  },
  amend: { vi: 'Sửa, ban hành lại', en: 'Amend and publish again' },
  opened: {
    vi: (have: number, of: number, cells: number) =>
      `Đã mở: ${have}/${of} đảng bộ; chi bộ tự mở bằng tài khoản riêng: ${cells}`,
    en: (have: number, of: number, cells: number) =>
      `Opened by ${have} of ${of} communes; by cells with an account of their own: ${cells}`,
  },
  groups: { vi: 'Tổ công tác đã mở:', en: 'Working groups that have opened it:' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  firstOpened: { vi: 'Mở lần đầu', en: 'First opened' },
  readByWhom: {
    vi: 'Tính cho từng đơn vị đang hoạt động, bất kể ai dùng tài khoản; đơn vị mới lập khi sắp xếp thì tự đọc lại.',
    en: 'Counted for each unit that stands now, whoever uses its account; a unit that a reform made has to read anew.',
  },
  notOpened: { vi: 'chưa mở', en: 'not opened' },
  publish: { vi: 'Ban hành định hướng', en: 'Publish' },
  choose: { vi: 'Soạn cho đối tượng khác:', en: 'Write for others:' },
  textHint: {
    vi: 'Mỗi nội dung một dòng: việc trọng tâm, chủ đề sinh hoạt, văn bản cần quán triệt. Nhiều nhất 6.000 ký tự.',
    en: 'One item a line: the focus, the theme, documents to go through. At most 6,000 characters.',
  },
  send: { vi: 'Ban hành', en: 'Publish' },
  stored: { vi: 'Đã ban hành định hướng', en: 'Published' },
  errors: { vi: 'Chưa ban hành được. Đề nghị xem lại:', en: 'Nothing was published. Please look at:' },
  stale: {
    vi: 'Định hướng này vừa được người khác ban hành lại. Bản mới ở dưới đây; nội dung đồng chí nhập vẫn còn trong biểu mẫu, mời kiểm tra rồi gửi lại.',
    en: 'Somebody has just published this anew, as shown below. What you typed is still in the form: please check it and send it again.',
  },
});

export const audienceLabels = inEach({
  all: { vi: 'Tất cả các chi bộ', en: 'All cells' },
  thon: { vi: cellTypes.thon, en: 'Villages' },
  tdp: { vi: cellTypes.tdp, en: 'Residential groups' },
  'co-quan': { vi: cellTypes['co-quan'], en: 'Agencies' },
  'truong-hoc': { vi: cellTypes['truong-hoc'], en: 'Schools' },
  'y-te': { vi: cellTypes['y-te'], en: 'Health stations' },
  'cong-an': { vi: cellTypes['cong-an'], en: 'Police' },
  'quan-su': { vi: cellTypes['quan-su'], en: 'Military' },
  'doanh-nghiep': { vi: cellTypes['doanh-nghiep'], en: 'Enterprises' },
  htx: { vi: cellTypes.htx, en: 'Cooperatives' },
  khac: { vi: cellTypes.khac, en: 'Other cells' },
} as const satisfies Record<Audience, Bilingual>);
