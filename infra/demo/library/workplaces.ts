import type { DemoPiece } from '#infra/demo/library/demo-piece.ts';

/** What cells of agencies, schools, health stations, forces and enterprises discuss. */
export const workplaces: readonly DemoPiece[] = [
  {
    title: 'Bàn việc chuyên môn mà không thành họp cơ quan',
    subject: 'CM',
    types: ['co-quan', 'truong-hoc', 'y-te'],
    content: [
      'Họp cơ quan hỏi làm gì; sinh hoạt chi bộ hỏi vì sao chưa làm được và đảng viên nhận phần nào. Chủ trì giữ ranh giới đó ngay từ câu mở đầu.',
      'Chọn một chỗ nghẽn của tháng: hồ sơ trễ hạn, lớp học sinh yếu, ca trực thiếu người. Trình bày bằng một bảng số ba tháng.',
      'Mỗi đảng viên nói phần mình sẽ thay đổi. Kết luận ghi việc của đảng viên, không chép lại kế hoạch chuyên môn.',
    ],
    questions: ['Chỗ nghẽn nào của tháng này do đảng viên trong chi bộ phụ trách?'],
  },
  {
    title: 'Cải cách thủ tục và chuyển đổi số nơi một cửa',
    subject: 'CM',
    types: ['co-quan'],
    content: [
      'Đếm trước khi bàn: bao nhiêu hồ sơ, bao nhiêu nộp trực tuyến, bao nhiêu trễ hạn, bao nhiêu lần người dân phải quay lại vì thiếu giấy tờ.',
      'Chọn một thủ tục nhiều người làm, đi thử từ đầu đến cuối như một người dân; ghi lại từng chỗ phải hỏi.',
      'Đảng viên ở bộ phận tiếp nhận được chi bộ giao quyền nói “chỗ này thừa”; người phụ trách trả lời trong mười ngày.',
      'Nơi nhà văn hóa có tổ hỗ trợ nộp hồ sơ mỗi tuần một buổi, lịch treo ở cổng.',
    ],
    questions: ['Thủ tục nào người dân phải quay lại nhiều nhất?', 'Ai sẽ đi thử thủ tục đó và báo lại tháng sau?'],
  },
  {
    title: 'Chất lượng dạy học và an toàn trường học',
    subject: 'CM',
    types: ['truong-hoc'],
    content: [
      'Chi bộ trường học bàn hai việc lớn: học sinh học được không và có an toàn không. Mọi việc khác xếp sau.',
      'Mỗi đảng viên nhận giúp một lớp hoặc một nhóm học sinh còn yếu, tháng nào cũng nói một tiến bộ nhìn thấy được.',
      'Dự giờ theo cặp, góp ý bằng việc đã thấy; cả chi bộ học một giờ dạy mỗi quý.',
      'Rà soát an toàn: cổng trường giờ tan học, bếp ăn, nhà vệ sinh, mạng xã hội. Mỗi mục một người, một ngày kiểm tra.',
      'Dạy thêm, thu góp: chi bộ nói trước điều không được làm.',
    ],
    questions: [
      'Nhóm học sinh nào đang bị bỏ lại? Đồng chí nào nhận giúp?',
      'Mục an toàn nào chưa có người phụ trách?',
    ],
  },
  {
    title: 'Thái độ phục vụ và phòng dịch ở trạm y tế',
    subject: 'CM',
    types: ['y-te'],
    content: [
      'Chi bộ ít người thì mỗi người một việc rõ: tiêm chủng, bệnh mạn tính, thai sản, vệ sinh thực phẩm, truyền thông.',
      'Mỗi tháng gọi lại năm người đã đến khám, hỏi ba câu: chờ bao lâu, có hiểu lời dặn không, lần sau có đến không. Đọc câu trả lời trong buổi họp.',
      'Trước mùa dịch, đi cùng trưởng thôn đến từng điểm nước đọng; ghi số điểm đã xử lý.',
      'Thiếu thuốc, thiếu máy: ghi thành vấn đề gửi lên, kèm số người bị ảnh hưởng.',
    ],
    questions: ['Người bệnh phàn nàn điều gì nhiều nhất trong ba tháng qua?'],
  },
  {
    title: 'Tiết kiệm và minh bạch trong mua sắm',
    subject: 'CTN',
    types: ['co-quan', 'truong-hoc', 'y-te', 'doanh-nghiep'],
    content: [
      'Lãng phí nhỏ lặp lại thì thành lớn: điện, giấy, xe, tiếp khách, sửa chữa. Chi bộ xem một bảng chi của quý, so với cùng kỳ.',
      'Khoản mua nào trên mức chi bộ tự đặt thì có ba báo giá và hai người ký; người đề nghị mua không phải người nghiệm thu.',
      'Quà biếu, hoa hồng: nói rõ điều cấm và nơi báo. Người báo được giữ kín tên.',
      'Tiền tiết kiệm được dùng vào việc gì thì công khai việc đó.',
    ],
    questions: [
      'Khoản chi nào tăng mà không giải thích được?',
      'Có việc nào một người vừa đề nghị, vừa mua, vừa nhận?',
    ],
  },
  {
    title: 'Công an xã: gần dân và nắm việc từ sớm',
    subject: 'ANTT',
    types: ['cong-an'],
    content: [
      'Mỗi đồng chí phụ trách địa bàn dự sinh hoạt cùng chi bộ thôn ít nhất một lần mỗi quý, nghe và trả lời tại chỗ.',
      'Kiểm điểm theo việc: số tin báo, thời gian có mặt, số việc hòa giải được ở cơ sở. Không kiểm điểm theo số biên bản.',
      'Nội dung nghiệp vụ và bí mật không đưa vào buổi sinh hoạt chung, không ghi vào phần mềm.',
      'Rèn lời nói, điều lệnh khi tiếp dân: mỗi tháng xem lại một tình huống đã làm chưa tốt.',
    ],
    questions: ['Thôn nào ba tháng nay chưa có đồng chí nào của ta xuống dự họp?'],
  },
  {
    title: 'Quân sự xã: kỷ luật, sẵn sàng và dân vận',
    subject: 'KL',
    types: ['quan-su'],
    content: [
      'Ba việc cần nghị quyết mỗi quý: huấn luyện dân quân, tuyển quân, trực sẵn sàng khi mưa bão.',
      'Kiểm tra quân số thật, trang bị thật; báo cáo số dân quân đi làm xa để có người thay.',
      'Tuyển quân công khai từng bước ở thôn; đảng viên nêu gương bằng con em mình.',
      'Dân quân giúp dân việc cụ thể: mét kênh, ngày công, nhà được dọn sau bão. Ghi bằng số.',
    ],
    questions: ['Ca trực nào dễ trống người nhất và ai thay?'],
  },
  {
    title: 'Đối thoại, việc làm và đời sống người lao động',
    subject: 'DS',
    types: ['doanh-nghiep'],
    content: [
      'Chi bộ trong doanh nghiệp đứng giữa: nói được với chủ doanh nghiệp và được người lao động tin. Muốn vậy phải có số liệu, không nói theo cảm tính.',
      'Trước mỗi buổi họp, công đoàn gửi ba con số: đơn giá và giờ làm thêm, số người nghỉ việc, số kiến nghị chưa trả lời.',
      'Chuẩn bị đối thoại bằng một trang: điều đề nghị, lý do, mức chấp nhận được, ai nói.',
      'Bữa ăn ca, nhà trọ, xe đưa đón, nơi gửi con là những việc chi bộ có thể làm được ngay.',
    ],
    questions: [
      'Ba tháng qua người lao động nghỉ việc vì lý do gì?',
      'Việc nào chi bộ có thể đề nghị chủ doanh nghiệp làm ngay?',
    ],
  },
  {
    title: 'Phát triển đảng viên trong doanh nghiệp tư nhân',
    subject: 'PTD',
    types: ['doanh-nghiep'],
    content: [
      'Người lao động trẻ hỏi “vào Đảng được gì”; hãy trả lời bằng việc đảng viên đang làm cho tổ, cho ca, không bằng lý thuyết.',
      'Chọn nguồn từ tổ trưởng, thợ giỏi, cán bộ công đoàn; xếp lịch học ngoài ca và nói trước với quản lý.',
      'Hồ sơ vướng nhiều nhất là xác nhận nơi cư trú ở xa: cử một đồng chí lo giấy tờ cho cả nhóm.',
      'Sinh hoạt ngắn, đúng giờ đổi ca; có thể chia tổ đảng theo ca.',
    ],
    questions: ['Trong từng ca, ai là người được anh em tin nhất?', 'Hồ sơ nào đang vướng và vướng ở khâu nào?'],
  },
  {
    title: 'Hợp tác xã làm ăn có lãi và giữ chữ tín',
    subject: 'KT',
    types: ['htx'],
    content: [
      'Chi bộ hợp tác xã bàn ba bảng: hợp đồng đã ký, hàng tồn, công nợ. Không có bảng thì chưa họp.',
      'Thành viên bán ra ngoài khi giá cao là việc phải bàn thẳng: mức ràng buộc nào công bằng, vi phạm thì xử lý thế nào.',
      'Mỗi vụ một khâu được làm tốt hơn: giống, tưới, đóng gói, nhãn mác. Ghi chi phí và lãi của khâu đó.',
      'Đảng viên trong ban quản trị công khai thu nhập từ hợp tác xã trước thành viên.',
    ],
    questions: ['Hợp đồng nào đang có nguy cơ không đủ hàng?', 'Khâu nào tốn nhất mà chưa ai tính lại?'],
  },
  {
    title: 'Phổ biến chủ trương mới trong mười lăm phút',
    subject: 'CTDK',
    content: [
      'Không đọc lại văn bản. Người phụ trách chuẩn bị một trang trả lời bốn câu: văn bản nói gì mới, ai ở đây bị ảnh hưởng, từ ngày nào, chi bộ ta phải làm gì.',
      'Năm phút nói, mười phút hỏi đáp. Câu nào chưa trả lời được thì ghi và trả lời ở kỳ sau.',
      'Gửi đường dẫn văn bản trước buổi họp cho người muốn đọc hết.',
      'Kết thúc bằng một việc: ai nói lại cho ai, trước ngày nào.',
    ],
    questions: ['Sau buổi phổ biến lần trước, việc gì đã thay đổi ở đơn vị ta?'],
  },
  {
    title: 'Nội quy, kỷ cương và nêu gương của đảng viên',
    subject: 'KL',
    types: ['co-quan', 'truong-hoc', 'y-te', 'doanh-nghiep', 'htx'],
    content: [
      'Chọn ba điều nội quy hay bị bỏ qua nhất, mỗi quý sửa cho được một điều.',
      'Đảng viên ký nhận việc nêu gương của mình bằng một câu cụ thể, treo ở phòng làm việc; cuối quý tự chấm.',
      'Khi có vi phạm, chi bộ nghe sớm và nghe đủ hai phía; kết luận theo việc và theo quy định, tên người chỉ ở biên bản giấy.',
      'Đi muộn, họp muộn bắt đầu từ người chủ trì: mở họp đúng giờ ba tháng liền thì thành nếp.',
    ],
    questions: ['Ba điều nội quy nào đang bị bỏ qua nhiều nhất?'],
  },
];
