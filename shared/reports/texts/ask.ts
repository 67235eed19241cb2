import { inEach } from '#shared/language/lang.ts';

/** Asking to amend a report of a closed month. */
export const askTexts = inEach({
  title: { vi: 'Đề nghị sửa sau khi chốt', en: 'Asked to amend after closing' },
  lead: {
    vi: 'Tháng này đã chốt số liệu. Muốn sửa báo cáo, đề nghị nêu lý do; Ban Tổ chức Huyện ủy sẽ mở lại tháng hoặc trả lời vì sao không.',
    en: 'This month is closed. To amend the report, say why; the district opens the month again or answers why not.',
  },
  reason: { vi: 'Lý do đề nghị sửa', en: 'Why it should be amended' },
  send: { vi: 'Gửi đề nghị', en: 'Ask' },
  asked: {
    vi: (at: string, by: string) => `Đề nghị lúc ${at}, ${by}`,
    en: (at: string, by: string) => `Asked ${at}, ${by}`,
  },
  waiting: { vi: 'Đang chờ Ban Tổ chức Huyện ủy trả lời', en: 'Waiting for the district' },
  granted: { vi: 'Đã đồng ý, mở lại tháng', en: 'Granted, the month was opened again' },
  refused: { vi: 'Không đồng ý', en: 'Refused' },
  mayAmend: { vi: 'Đồng chí sửa được báo cáo ngay bây giờ.', en: 'You may amend the report now.' },
  grantTitle: { vi: 'Đồng ý: mở lại tháng', en: 'Grant: open the month again' },
  grantReason: { vi: 'Lý do mở lại', en: 'Reason for opening it' },
  grant: { vi: 'Đồng ý, mở lại tháng', en: 'Open the month again' },
  notYet: {
    vi: 'Đêm nay hệ thống mới chốt số liệu tháng này; sau đó mới mở lại được.',
    en: 'The month is made official tonight; it can be opened again after that.',
  },
  refuseReason: { vi: 'Lý do không đồng ý', en: 'Why it is refused' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  stale: {
    vi: 'Đề nghị sửa báo cáo này đã được gửi hoặc đã được trả lời từ trước; xem bên dưới.',
    en: 'This was asked, or answered, before; see below.',
  },
  isOpen: {
    vi: 'Không cần đề nghị: báo cáo này đang sửa được, đồng chí sửa trực tiếp.',
    en: 'There is nothing to ask: this report can be amended directly.',
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
  see: { vi: 'Xem báo cáo', en: 'See the report' },
  listTitle: { vi: 'Đề nghị sửa báo cáo đã chốt', en: 'Reports of closed months asked to be amended' },
});
