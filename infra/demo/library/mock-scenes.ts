import type { CellType } from '#shared/units/cell-types.ts';

/** What is told of one type of cell, made up, in words of our own. */
export interface MockScene {
  readonly type: CellType;
  readonly title: string;
  readonly members: number;
  readonly about: string;
  readonly last: string;
  readonly focus: string;
  readonly answers: string;
  /** A case, and the question that the discussion has to answer. */
  readonly cases: readonly (readonly [what: string, question: string])[];
}

/** One scene for each type of cell. */
export const mockScenes: readonly MockScene[] = [
  {
    type: 'thon',
    title: 'thôn bàn mở rộng ngõ và điểm gom rác',
    members: 24,
    about: 'Thôn có ngõ hẹp xe cứu hỏa không vào được và một điểm gom rác tự phát cạnh mương.',
    last: 'Ba việc tháng trước: một xong, một đang làm, một quá hạn 12 ngày; người được giao tự nói vướng ở đâu.',
    focus: 'Hai việc trọng tâm: mở rộng 150 m ngõ và dời điểm gom rác.',
    answers: 'Đọc trả lời của xã về mốc ranh giới; chọn một đồng chí đến nói lại với người đã hỏi.',
    cases: [
      [
        'Mười hai trong mười lăm hộ đã đồng ý lùi tường rào; trong ba hộ chưa đồng ý có nhà của một đảng viên.',
        'Chi bộ giao ai vận động, nói điều gì trước và xong trước ngày nào?',
      ],
      [
        'Chỗ gom rác mới sạch hơn nhưng xa 300 m; các hộ cao tuổi nói không mang ra được.',
        'Viết một kết luận đo được: ai trông, mấy buổi một tuần, ai giúp các hộ cao tuổi?',
      ],
      [
        'Giữa buổi, một đồng chí muốn bàn chuyện riêng giữa hai gia đình và nêu tên.',
        'Chủ trì nói câu gì để dừng lại mà không làm mất lòng, và ghi gì vào báo cáo?',
      ],
    ],
  },
  {
    type: 'tdp',
    title: 'tổ dân phố bàn đỗ xe và tiếng ồn',
    members: 31,
    about: 'Tổ dân phố có đường nội bộ bị xe đỗ kín buổi tối và hai quán hát gần khu ở.',
    last: 'Việc lắp đèn ngõ đã xong; việc lập tổ tự quản mới có tên tổ mà chưa có lịch trực.',
    focus: 'Việc trọng tâm: quy ước đỗ xe của tổ dân phố.',
    answers: 'Hai phản ánh về tiếng ồn: một đã có trả lời của phường, một phải chuyển lên; nói rõ chuyển ngày nào.',
    cases: [
      [
        'Người thuê trọ có xe nhưng không dự họp tổ dân phố, nên không biết quy ước.',
        'Làm thế nào để người thuê trọ cùng bàn trước khi quy ước có hiệu lực?',
      ],
      [
        'Một hộ kinh doanh để biển hiệu ra lòng đường; chủ hộ là người nhà của một chi ủy viên.',
        'Ai nhắc, nhắc bằng lời hay văn bản, và tháng sau kiểm điểm thế nào?',
      ],
    ],
  },
  {
    type: 'co-quan',
    title: 'cơ quan xã bàn hồ sơ trễ hạn',
    members: 14,
    about: 'Cơ quan có bộ phận một cửa; hai tháng liền hồ sơ đất đai trả chậm.',
    last: 'Việc niêm yết thủ tục đã xong; việc trực thay khi cán bộ nghỉ chưa làm.',
    focus: 'Việc trọng tâm: đưa số hồ sơ trễ hạn của thủ tục đất đai xuống dưới 2%.',
    answers: 'Ba ý kiến của người dân ở hòm thư góp ý: ý nào trả lời được ngay thì trả lời trong buổi.',
    cases: [
      [
        'Đảng viên phụ trách khâu thẩm định nói lỗi ở phần mềm; đồng chí ở một cửa nói lỗi vì ký chậm.',
        'Chi bộ lấy số liệu nào để biết chậm ở khâu nào, và ai đem số đó đến buổi sau?',
      ],
      [
        'Thảo luận dần thành buổi giao ban, thủ trưởng giao việc chuyên môn cho từng phòng.',
        'Chủ trì hỏi câu nào để trở lại việc của đảng viên?',
      ],
      [
        'Một đảng viên trẻ đề xuất hẹn giờ nộp hồ sơ qua điện thoại, nhiều đồng chí ngại đổi.',
        'Viết việc làm thử một tháng: phạm vi nào, ai làm, số nào nói là thành công?',
      ],
    ],
  },
  {
    type: 'truong-hoc',
    title: 'trường học bàn học sinh có nguy cơ bỏ học',
    members: 26,
    about: 'Trường có chín học sinh nghỉ nhiều buổi và cổng trường ùn tắc giờ tan học.',
    last: 'Việc dự giờ theo cặp đạt năm trên tám; ba cặp chưa dự vì trùng lịch.',
    focus: 'Việc trọng tâm: không để học sinh nào bỏ học trong học kỳ.',
    answers: 'Kiến nghị về bếp ăn đã được trả lời; đọc phần trả lời và hỏi còn vướng gì.',
    cases: [
      [
        'Một học sinh nghỉ vì phải trông em; giáo viên chủ nhiệm đã gọi ba lần, gia đình không nghe máy.',
        'Việc này giao cho ai ngoài giáo viên chủ nhiệm, và báo lại ngày nào?',
      ],
      [
        'Hai tổ chuyên môn đổ cho nhau việc phụ đạo học sinh yếu.',
        'Chi bộ kết luận phần của từng đảng viên thế nào để tháng sau kiểm điểm được?',
      ],
    ],
  },
  {
    type: 'y-te',
    title: 'trạm y tế bàn tiêm chủng và thái độ phục vụ',
    members: 6,
    about: 'Trạm ít người, không có chi ủy; tỷ lệ tiêm đủ mũi của trẻ giảm hai tháng.',
    last: 'Hai việc tháng trước đều xong; kết quả ghi bằng số trẻ đã tiêm và số hộ đã đến.',
    focus: 'Việc trọng tâm: đến từng nhà có trẻ chưa tiêm đủ.',
    answers: 'Phản ánh phải chờ lâu sáng thứ Hai: trả lời bằng việc đổi ca trực.',
    cases: [
      [
        'Một khu xa có bảy trẻ chưa tiêm; trạm chỉ cử được một người trong một buổi.',
        'Việc gì làm trước, nhờ đoàn thể nào, xong ngày nào?',
      ],
      [
        'Người nhà bệnh nhân viết lên mạng rằng cán bộ trạm nói nặng lời; người trực hôm đó là đảng viên.',
        'Chi bộ góp ý trong buổi họp thế nào, và điều gì không ghi vào báo cáo?',
      ],
    ],
  },
  {
    type: 'cong-an',
    title: 'công an xã bàn lừa đảo qua điện thoại',
    members: 8,
    about: 'Trong tháng có bốn người cao tuổi bị lừa chuyển tiền. Nội dung nghiệp vụ và bí mật không đưa vào buổi tập.',
    last: 'Việc họp với các tổ an ninh đã xong năm trên bảy thôn.',
    focus: 'Việc trọng tâm: mỗi đảng viên phụ trách một địa bàn tuyên truyền đến tận nhà.',
    answers: 'Ý kiến của thôn về trực đêm: trả lời điều làm được, hẹn ngày với điều chưa làm được.',
    cases: [
      [
        'Một thôn nói đã tuyên truyền bằng loa, nhưng cả bốn người bị lừa đều không nghe loa.',
        'Chọn cách đến được người cao tuổi, giao ai, đo bằng số nào?',
      ],
      [
        'Một đồng chí đi công tác dài ngày, vắng hai buổi liền và đã báo.',
        'Ghi vắng thế nào cho đúng, và ai nhận việc của đồng chí ấy?',
      ],
    ],
  },
  {
    type: 'quan-su',
    title: 'quân sự xã bàn tuyển quân và dân quân',
    members: 7,
    about: 'Còn ba tháng đến đợt giao quân; một số thanh niên làm việc ở xa. Số liệu mật không đưa vào buổi tập.',
    last: 'Việc rà soát danh sách xong bảy trên chín thôn.',
    focus: 'Việc trọng tâm: gặp từng gia đình có thanh niên trong diện.',
    answers: 'Gia đình hỏi chế độ khi con nhập ngũ: giao người mang văn bản đến trả lời.',
    cases: [
      [
        'Hai thanh niên có giấy gọi học nghề cùng lúc; gia đình mong được hoãn.',
        'Chi bộ phân công ai tìm hiểu quy định, trả lời gia đình ngày nào?',
      ],
      [
        'Buổi huấn luyện dân quân trùng vụ gặt, thôn đề nghị dời.',
        'Viết phương án vừa giữ nội dung huấn luyện vừa không lỡ vụ, ai chốt lịch?',
      ],
    ],
  },
  {
    type: 'doanh-nghiep',
    title: 'doanh nghiệp bàn giữ việc làm và an toàn',
    members: 12,
    about: 'Xưởng may thiếu đơn hàng quý tới; có hai vụ va quệt xe nâng. Chi bộ họp sau ca.',
    last: 'Việc kẻ vạch lối đi đã xong; việc phát triển một đảng viên mới đang làm.',
    focus: 'Việc trọng tâm: không để công nhân mất việc mà không biết trước.',
    answers: 'Kiến nghị bữa ăn ca: công ty đã trả lời; hỏi công nhân có thấy khác không.',
    cases: [
      [
        'Giám đốc không phải đảng viên, không dự họp; chi bộ cần công ty báo trước kế hoạch giảm giờ.',
        'Chi bộ đề xuất với công ty qua ai, bằng văn bản nào, hẹn trả lời ngày nào?',
      ],
      [
        'Sáu trong mười hai đảng viên làm ca đêm, khó họp đủ.',
        'Chọn ngày giờ và cách gửi tài liệu để số có mặt đạt yêu cầu?',
      ],
      [
        'Một tổ trưởng là đảng viên biết xe nâng hỏng phanh nhưng chưa báo vì sợ dừng chuyền.',
        'Góp ý thế nào, và việc gì phải làm ngay ngày mai?',
      ],
    ],
  },
  {
    type: 'htx',
    title: 'hợp tác xã bàn bao tiêu và nợ đọng',
    members: 10,
    about: 'Hợp tác xã rau có hợp đồng bao tiêu mới và một khoản nợ vật tư kéo dài.',
    last: 'Việc lấy mẫu đất đã xong; việc thu nợ mới được một phần ba.',
    focus: 'Việc trọng tâm: vận động thành viên trồng theo cùng một quy trình.',
    answers: 'Thành viên hỏi vì sao giá thu mua khác nhau: công khai cách tính trong tuần.',
    cases: [
      [
        'Năm hộ bán ra ngoài khi giá cao, làm thiếu hàng giao; trong đó có hai đảng viên.',
        'Đảng viên làm gương thế nào, và ghi thành việc gì đo được?',
      ],
      [
        'Ban quản trị muốn vay thêm; một số đảng viên lo không trả được.',
        'Chi bộ cần số liệu nào trước khi kết luận, ai chuẩn bị, ngày nào có?',
      ],
    ],
  },
  {
    type: 'khac',
    title: 'chi bộ ghép bàn quy chế phối hợp',
    members: 9,
    about: 'Chi bộ ghép từ ba đơn vị nhỏ, ít khi gặp nhau ngoài buổi họp.',
    last: 'Việc lập nhóm liên lạc đã xong; việc thống nhất ngày họp cố định chưa xong.',
    focus: 'Việc trọng tâm: một quy chế phối hợp không quá một trang.',
    answers: 'Một đơn vị đề nghị mượn phòng họp: trả lời ngay.',
    cases: [
      [
        'Mỗi đơn vị muốn họp tại nơi mình; lần nào cũng có người đến muộn.',
        'Chọn ngày, giờ, nơi họp cố định và ai báo khi phải đổi?',
      ],
      [
        'Việc trọng tâm của ba đơn vị khác hẳn nhau, khó chọn một việc để bàn.',
        'Dùng tiêu chí nào để chọn một việc mà cả ba cùng làm được?',
      ],
    ],
  },
];
