import type { Report } from '#shared/reports/report.ts';
import type { Topic } from '#shared/reports/topics.ts';
import type { Theme } from '#shared/themes/themes.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import type { GroupMember } from '#shared/units/units.ts';

/** What made-up cells discuss, assign and raise: concrete, as the guidance requires, and without any name. */
export const matters: readonly {
  readonly focus: string;
  readonly subjects: NonNullable<Report['focusSubjects']>;
  readonly resolution: string;
  readonly tasks: readonly (readonly [what: string, who: string])[];
}[] = [
  {
    focus: 'Làm đường bê tông ngõ xóm; thu gom rác thải',
    subjects: ['KT', 'MT'],
    resolution: 'Vận động hiến đất, đóng góp ngày công; mỗi xóm một điểm tập kết rác',
    tasks: [
      ['Lập danh sách hộ hiến đất mở rộng ngõ', 'Trưởng thôn'],
      ['Tổ chức dọn vệ sinh đường làng ngày chủ nhật', 'Chi hội Phụ nữ'],
    ],
  },
  {
    focus: 'Sản xuất vụ xuân, nạo vét kênh mương',
    subjects: ['KT'],
    resolution: 'Gieo cấy xong trong khung thời vụ; nạo vét xong kênh nội đồng',
    tasks: [
      ['Huy động nhân lực nạo vét kênh nội đồng', 'Chi hội Nông dân'],
      ['Thông báo lịch lấy nước đến từng hộ', 'Trưởng thôn'],
    ],
  },
  {
    focus: 'Giữ danh hiệu làng văn hóa; quyên góp quỹ vì người nghèo',
    subjects: ['DC'],
    resolution: 'Đạt chỉ tiêu quỹ vì người nghèo; mọi hộ ký cam kết gia đình văn hóa',
    tasks: [['Phát phiếu đăng ký gia đình văn hóa', 'Ban công tác Mặt trận']],
  },
  {
    focus: 'Bồi dưỡng quần chúng ưu tú; phân công đảng viên phụ trách hộ',
    subjects: ['PTD'],
    resolution: 'Giới thiệu một quần chúng học lớp cảm tình Đảng; phân công lại đảng viên phụ trách hộ',
    tasks: [
      ['Hoàn thiện hồ sơ quần chúng ưu tú', 'Bí thư chi bộ'],
      ['Lập bảng phân công đảng viên phụ trách hộ', 'Chi ủy'],
    ],
  },
  {
    focus: 'An ninh trật tự dịp lễ; phòng cháy, chữa cháy',
    subjects: ['ANTT'],
    resolution: 'Duy trì tổ tự quản; kiểm tra bình chữa cháy nhà văn hóa',
    tasks: [['Xếp lịch trực của tổ tự quản', 'Tổ bảo vệ an ninh']],
  },
  {
    focus: 'Nâng chất lượng dạy và học; xây dựng trường chuẩn',
    subjects: ['CM'],
    resolution: 'Mỗi đảng viên một sáng kiến; hoàn thành hồ sơ trường chuẩn',
    tasks: [['Đăng ký sáng kiến của đảng viên', 'Chi ủy']],
  },
];

export const concerns: readonly (readonly [topic: Topic, summary: string, proposal: string])[] = [
  ['DD', 'Tranh chấp ranh giới ngõ đi chung giữa hai hộ', 'Đề nghị địa chính xã đo đạc lại'],
  ['MT', 'Nước thải chăn nuôi chảy ra mương chung', 'Đề nghị kiểm tra, yêu cầu làm hầm chứa'],
  ['XDCB', 'Đường vào nhà văn hóa xuống cấp', 'Đề nghị hỗ trợ xi măng'],
  ['ANTT', 'Thanh thiếu niên tụ tập khuya gây ồn', 'Đề nghị công an xã tăng cường tuần tra'],
  ['BX', 'Giá điện bơm nước tăng, nhân dân có ý kiến', 'Đề nghị hợp tác xã công khai cách tính'],
  ['CSXH', 'Xét hộ cận nghèo chưa công khai', 'Đề nghị niêm yết danh sách tại nhà văn hóa'],
];

/** What made-up communes and districts answer. */
export const replies = {
  settled: [
    'Đã kiểm tra thực địa, các bên thống nhất bằng biên bản; chi bộ tiếp tục theo dõi.',
    'Ủy ban nhân dân xã đã xử lý và thông báo tại hội nghị thôn.',
    'Đã bố trí kinh phí, công việc hoàn thành trong tháng.',
    'Đã niêm yết công khai tại nhà văn hóa; nhân dân không còn ý kiến.',
  ],
  progress: 'Đã làm việc với các bên; đang chờ cơ quan chuyên môn trả lời, sẽ thông báo lại cho chi bộ.',
  notFounded: 'Đã xác minh: nội dung phản ánh chưa có cơ sở; đã thông báo lại cho chi bộ.',
  passedUp: 'Vượt thẩm quyền của xã, đề nghị Huyện ủy chỉ đạo cơ quan chuyên môn giải quyết.',
} as const;

/** The members of made-up working groups: heads are of the district's standing committee. */
export const groupPosts: { readonly heads: readonly GroupMember[]; readonly others: readonly GroupMember[] } = {
  heads: [
    { post: 'Phó Bí thư Thường trực Huyện ủy', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Phó Bí thư, Chủ tịch Ủy ban nhân dân huyện', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Trưởng Ban Tổ chức', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Trưởng Ban Tuyên giáo', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Trưởng Ban Dân vận', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Chủ nhiệm Ủy ban Kiểm tra', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Phó Chủ tịch Hội đồng nhân dân huyện', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Trưởng Công an huyện', organ: 'Ban Thường vụ Huyện ủy' },
    { post: 'Chỉ huy trưởng Ban Chỉ huy quân sự', organ: 'Ban Thường vụ Huyện ủy' },
  ],
  others: [
    { post: 'Huyện ủy viên, Trưởng phòng', organ: 'Phòng Nông nghiệp' },
    { post: 'Chuyên viên', organ: 'Ban Tổ chức Huyện ủy' },
    { post: 'Phó Trưởng ban', organ: 'Ban Dân vận Huyện ủy' },
    { post: 'Phó Chủ nhiệm', organ: 'Ủy ban Kiểm tra Huyện ủy' },
    { post: 'Huyện ủy viên, Trưởng phòng', organ: 'Phòng Giáo dục và Đào tạo' },
    { post: 'Chuyên viên', organ: 'Ban Tuyên giáo Huyện ủy' },
    { post: 'Huyện ủy viên, Chủ tịch', organ: 'Hội Nông dân huyện' },
    { post: 'Phó Chánh Văn phòng', organ: 'Văn phòng Huyện ủy' },
    { post: 'Huyện ủy viên, Chủ tịch', organ: 'Hội Phụ nữ huyện' },
    { post: 'Phó Trưởng phòng', organ: 'Phòng Tài nguyên và Môi trường' },
    { post: 'Huyện ủy viên, Bí thư', organ: 'Huyện đoàn' },
    { post: 'Chuyên viên', organ: 'Ủy ban Kiểm tra Huyện ủy' },
    { post: 'Phó Giám đốc', organ: 'Trung tâm Chính trị huyện' },
  ],
};

/** What made-up working groups write. */
export const visitWords = {
  seen: [
    'Đủ trình tự các bước; thảo luận sôi nổi, đúng nội dung trọng tâm.',
    'Chuẩn bị chu đáo; ý kiến phát biểu còn tập trung ở một số đảng viên.',
    'Nội dung thiết thực; phần kiểm điểm nghị quyết kỳ trước còn sơ lược.',
  ],
  advice: [
    'Gửi tài liệu sớm hơn để đảng viên nghiên cứu trước.',
    'Giao nhiệm vụ cần rõ người, rõ việc, rõ thời hạn.',
    'Gợi mở để đảng viên trẻ tham gia thảo luận nhiều hơn.',
  ],
  lastAdvice: [
    { adviceKept: 'yes', lastAdvice: 'Đã khắc phục ngay kỳ sinh hoạt sau.' },
    { adviceKept: 'partly', lastAdvice: 'Đã khắc phục một phần, cần tiếp tục.' },
    { adviceKept: 'no' },
  ],
  dropped: 'Cuộc họp hoãn do trùng lịch công tác của cấp ủy.',
} as const;

/** The members of a made-up commune's committee, by post. */
export const committeePosts = [
  'Bí thư Đảng ủy',
  'Phó Bí thư Thường trực Đảng ủy',
  'Phó Bí thư, Chủ tịch Ủy ban nhân dân',
  'Phó Chủ tịch Hội đồng nhân dân',
  'Phó Chủ tịch Ủy ban nhân dân',
  'Chủ tịch Ủy ban Mặt trận Tổ quốc',
  'Chủ nhiệm Ủy ban Kiểm tra Đảng ủy',
  'Trưởng Công an',
  'Chỉ huy trưởng Quân sự',
  'Chủ tịch Hội Nông dân',
  'Chủ tịch Hội Phụ nữ',
  'Chủ tịch Hội Cựu chiến binh',
  'Bí thư Đoàn Thanh niên',
  'Công chức Địa chính',
  'Công chức Văn phòng Đảng ủy',
] as const;

/** Why made-up cells drop a task. */
export const dropReason = 'Nội dung đã lồng ghép vào kế hoạch chung của xã.';

/** What a made-up board tells cells to discuss. */
export const orientations: {
  readonly all: readonly string[];
  readonly special: readonly { readonly audience: CellType; readonly text: string }[];
} = {
  all: [
    'Kiểm điểm thực hiện nghị quyết tháng trước, nêu rõ việc chưa xong và người chịu trách nhiệm.\nChọn một đến hai việc cụ thể, thiết thực để bàn; ra nghị quyết có chỉ tiêu, thời hạn.\nGửi tài liệu cho đảng viên trước buổi họp ít nhất một ngày.',
    'Đánh giá thu, chi quỹ và các khoản đóng góp của nhân dân; công khai kết quả.\nBàn giải pháp vệ sinh môi trường, thu gom rác thải tại khu dân cư.\nNắm tình hình tư tưởng đảng viên, nhân dân; phản ánh kịp thời vấn đề bức xúc.',
    'Phân công đảng viên phụ trách hộ, nhóm hộ; kiểm tra kết quả đã giao.\nBàn biện pháp bảo đảm an ninh, trật tự; hòa giải mâu thuẫn từ cơ sở.\nRà soát nguồn phát triển đảng, giao cấp ủy viên giúp đỡ quần chúng ưu tú.',
  ],
  special: [
    { audience: 'thon', text: 'Bàn kế hoạch sản xuất của vụ; nạo vét kênh mương, chỉnh trang đường làng, ngõ xóm.' },
    { audience: 'truong-hoc', text: 'Bàn nâng cao chất lượng dạy và học; bảo đảm an toàn trường học.' },
    { audience: 'y-te', text: 'Bàn công tác phòng, chống dịch bệnh; thái độ phục vụ người bệnh.' },
  ],
};

/** Why made-up thematic meetings are shared as examples. */
export const sharedNotes: readonly (readonly [theme: Theme, note: string])[] = [
  ['HCM', 'Mỗi đảng viên nêu một việc làm theo cụ thể; cuối buổi ghi thành bảng, tháng sau kiểm điểm lại từng việc.'],
  ['MT', 'Họp ngay tại điểm tập kết rác của thôn; thống nhất lịch thu gom và phân công từng xóm phụ trách.'],
  ['CM', 'Dự giờ trước, góp ý sau: cả chi bộ bàn một bài dạy khó, rút ra cách làm dùng chung.'],
  [
    'PTD',
    'Mời quần chúng ưu tú dự phần đầu để nghe đảng viên kể quá trình phấn đấu; sau buổi họp có ba đơn đăng ký học.',
  ],
];
