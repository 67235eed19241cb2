import { inEach } from '#shared/language/lang.ts';

export const trainingTexts = inEach({
  title: { vi: 'Tập huấn bí thư, cấp ủy chi bộ', en: 'Training of secretaries and committees of cells' },
  titleOf: { vi: (year: number) => `, năm ${year}`, en: (year: number) => `, ${year}` },
  lead: {
    vi: 'Lớp do Ban Tổ chức Huyện ủy hoặc đảng ủy cơ sở mở; ghi theo chức danh và chi bộ, không ghi họ tên.',
    en: 'Courses of the district board or of a commune, by post and cell, without names.',
  },
  reach: {
    vi: (trained: number, of: number) => `Đã tập huấn ${trained}/${of} bí thư chi bộ trong 12 tháng qua`,
    en: (trained: number, of: number) => `Trained in the last 12 months: the secretaries of ${trained} of ${of} cells`,
  },
  reachHint: {
    vi: 'Tính theo chi bộ: chi bộ có bí thư dự ít nhất một lớp. Người giữ chức có thể đã thay đổi từ đó.',
    en: 'Counted by cell: its secretary came to at least one course. Somebody else may have the post by now.',
  },
  byCommune: { vi: 'Theo đảng bộ', en: 'By commune' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  trained: { vi: 'Bí thư đã dự', en: 'Secretaries trained' },
  cells: { vi: 'Chi bộ', en: 'Cells' },
  none: { vi: 'Năm này chưa có lớp nào.', en: 'There is no course in this year.' },
  year: { vi: (year: number) => `Năm ${year}`, en: (year: number) => String(year) },
  counted: {
    vi: (came: number, invited: number) => `có dự ${came}/${invited} người được mời`,
    en: (came: number, invited: number) => `${came} of ${invited} invited came`,
  },
  ahead: { vi: (invited: number) => `mời ${invited} người`, en: (invited: number) => `${invited} invited` },
  dropped: { vi: 'Lớp này đã hủy', en: 'This course was called off' },
  why: { vi: 'Lý do:', en: 'Why:' },
  droppedShort: { vi: 'đã hủy', en: 'called off' },
  again: {
    vi: 'Lưu lại biểu mẫu “Sửa thông tin lớp” là mở lại lớp.',
    en: 'To open it again, store the form “Amend” once more.',
  },
  add: { vi: 'Mở lớp', en: 'Enter a course' },
  send: { vi: 'Lưu lớp', en: 'Store the course' },
  amend: { vi: 'Sửa thông tin lớp', en: 'Amend' },
  heldOnHint: {
    vi: 'Ngày không sửa được sau khi lưu: lớp đổi ngày thì hủy và mở lớp mới.',
    en: 'The day cannot be amended: a course that moves is called off and entered anew.',
  },
  subjectHint: { vi: 'Ví dụ: Cách ra nghị quyết cụ thể', en: 'For example: how to write a concrete resolution' },
  trainerHint: { vi: 'Ghi tên cơ quan, không ghi họ tên.', en: 'The organ, not a person.' },
  papersHint: { vi: 'Mỗi tài liệu một dòng.', en: 'One a line.' },
  inviteHint: {
    vi: 'Chọn rồi lưu là mời tất cả; sau đó sửa được từng chi bộ.',
    en: 'All of them are invited; each cell can be changed afterwards.',
  },
  held: {
    vi: (day: string, holder: string) => `Ngày ${day}, ${holder} mở lớp.`,
    en: (day: string, holder: string) => `${day}, held by ${holder}.`,
  },
  facts: {
    vi: (trainer: string, places: number) => `Giảng bài: ${trainer}. Số chỗ: ${places}.`,
    en: (trainer: string, places: number) => `Taught by: ${trainer}. Places: ${places}.`,
  },
  over: {
    vi: (invited: number, places: number) => `Số người được mời (${invited}) nhiều hơn số chỗ (${places}).`,
    en: (invited: number, places: number) => `More are invited (${invited}) than there are places (${places}).`,
  },
  papers: { vi: 'Tài liệu phát', en: 'Papers handed out' },
  pieces: { vi: 'Bài của cẩm nang, buổi sinh hoạt mẫu', en: 'Pieces of the guidebook, meetings to rehearse' },
  attendance: { vi: 'Người dự', en: 'Who came' },
  invited: { vi: 'Được mời', en: 'Invited' },
  came: { vi: 'Có dự', en: 'Came' },
  all: { vi: 'Cộng', en: 'Total' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  notInvited: { vi: 'Không mời', en: 'Not invited' },
  edit: { vi: 'Ghi người được mời, người dự', en: 'Record who was invited and who came' },
  saveSeats: { vi: 'Lưu danh sách dự', en: 'Store who came' },
  drop: { vi: 'Hủy lớp', en: 'Call off' },
  dropHint: {
    vi: 'Lớp đã hủy không được tính vào số đã tập huấn. Các lần lưu vẫn còn.',
    en: 'A course that was called off is counted nowhere. Its revisions stay stored.',
  },
  stored: { vi: 'Đã lưu', en: 'Stored' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was stored. Please look at:' },
  stale: {
    vi: 'Lớp này vừa được người khác lưu. Phần trên là bản vừa lưu; nội dung đồng chí nhập vẫn còn trong biểu mẫu, mời kiểm tra rồi gửi lại.',
    en: 'Somebody has just stored this course. Above is what they stored; what you typed is still in the form: please check it and send it again.',
  },
  back: { vi: 'Về danh sách lớp', en: 'Back to the courses' },
  missing: { vi: 'Không có lớp này', en: 'There is no such course' },
  missingHint: {
    vi: 'Có thể đường dẫn sai, hoặc lớp của đảng bộ khác.',
    en: 'The address may be wrong, or the course may be another commune’s.',
  },
  history: { vi: 'Các lần lưu', en: 'Revisions' },
  revision: {
    vi: (revision: number, by: string, at: string) => `Lần ${revision}: ${by}, ${at}`,
    en: (revision: number, by: string, at: string) => `${revision}: ${by}, ${at}`,
  },
});
