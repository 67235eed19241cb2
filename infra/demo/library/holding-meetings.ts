import type { DemoPiece } from '#infra/demo/library/demo-piece.ts';

/** How a meeting is prepared, held and followed up, for cells of all types. */
export const holdingMeetings: readonly DemoPiece[] = [
  {
    title: 'Chuẩn bị buổi sinh hoạt trong bảy ngày',
    subject: 'SH',
    content: [
      'Buổi sinh hoạt tốt được quyết định từ trước khi mở đầu. Trong bảy ngày trước buổi họp, bí thư và chi ủy lần lượt làm bốn việc.',
      'Ngày thứ nhất: mở nghị quyết tháng trước, đánh dấu từng việc là xong, đang làm hay quá hạn; hỏi lại người được giao, không đoán.',
      'Ngày thứ hai và thứ ba: họp chi ủy, chọn một hoặc hai việc trọng tâm; với mỗi việc ghi ra điều chi bộ phải quyết. Việc nào chỉ cần thông báo thì không đưa vào phần thảo luận.',
      'Ngày thứ tư: xin ý kiến cấp ủy viên phụ trách; phân công người nói ba phút mở đầu cho từng việc.',
      'Chậm nhất một ngày trước buổi họp: gửi tài liệu cho đảng viên, mỗi việc không quá nửa trang, cuối trang ghi sẵn câu hỏi cần trả lời.',
    ],
    questions: [
      'Tháng trước chi bộ ta gửi tài liệu trước mấy ngày? Đảng viên nào chưa nhận được?',
      'Việc nào nên báo cáo bằng giấy để dành thời gian bàn việc khác?',
    ],
  },
  {
    title: 'Viết nghị quyết có việc, có người, có ngày',
    subject: 'SH',
    content: [
      'Một nghị quyết chi bộ chỉ cần một trang. Phần quan trọng nhất là danh sách việc: mỗi dòng trả lời đủ ba câu hỏi là làm việc gì, chức danh nào chịu trách nhiệm, xong ngày nào.',
      'Viết việc bằng động từ và con số đo được. “Tăng cường vệ sinh môi trường” không kiểm điểm được; “dọn 300 m mương trước cổng trường, xong trước ngày 15” thì kiểm điểm được.',
      'Mỗi việc giao cho một chức danh. Ghi “chi ủy và các đoàn thể” nghĩa là không ai làm. Nhiều người cùng làm thì vẫn có một người đứng đầu việc.',
      'Không quá năm việc một tháng. Việc dài hơi chia thành phần của tháng này và ghi rõ phần đó.',
      'Đọc lại từng dòng trước khi biểu quyết, hỏi người được giao có làm kịp không; sửa ngay tại buổi họp còn hơn quá hạn ở tháng sau.',
    ],
    questions: [
      'Trong nghị quyết tháng trước, dòng nào không đo được kết quả? Viết lại dòng đó thế nào?',
      'Có chức danh nào đang gánh quá ba việc không?',
    ],
  },
  {
    title: 'Chọn một, hai việc cụ thể để bàn',
    subject: 'SH',
    content: [
      'Chi bộ không bàn được mười việc trong chín mươi phút. Chọn việc theo ba câu hỏi: việc này có đang làm người dân, người lao động hoặc học sinh bức xúc không; chi bộ có quyền và có sức làm không; nếu tháng này không bàn thì mất gì.',
      'Nguồn để chọn: việc quá hạn, vấn đề đã phản ánh mà chưa trả lời, định hướng của huyện trong tháng, nghị quyết năm của chi bộ, ý kiến gửi trước của đảng viên.',
      'Viết việc trọng tâm thành một câu hỏi phải trả lời, ví dụ: “Ai trông điểm tập kết rác và từ ngày nào?”. Câu hỏi rõ thì thảo luận không đi lạc.',
      'Không lặp lại cùng một chủ đề ba tháng liền, trừ khi tháng trước chưa ra được kết luận.',
    ],
    questions: [
      'Nếu tháng này chỉ được quyết một việc, chi bộ ta chọn việc nào?',
      'Việc đó đã đủ số liệu để bàn chưa?',
    ],
  },
  {
    title: 'Kiểm điểm nghị quyết tháng trước trong mười phút',
    subject: 'SH',
    content: [
      'Người được giao tự báo cáo việc của mình, không để bí thư đọc thay. Mỗi việc một phút: đã xong hay chưa, kết quả bằng con số, vướng ở đâu.',
      'Việc chưa xong có ba cách xử lý: gia hạn và ghi ngày mới, chuyển người khác, hoặc thôi và ghi lý do. Không để một việc “đang thực hiện” sang tháng thứ ba.',
      'Nêu tên việc, không nêu tên người trong phần ghi vào báo cáo gửi lên; nhắc nhở ai thì nhắc trong buổi họp và ghi ở biên bản giấy.',
      'Việc xong sớm hoặc có cách làm hay cần được nói ra: đó là lúc chi bộ học lẫn nhau.',
    ],
    questions: ['Việc nào quá hạn từ hai tháng trở lên? Vướng ở người, ở tiền hay ở thẩm quyền?'],
  },
  {
    title: 'Sinh hoạt chuyên đề: chọn chủ đề và chuẩn bị',
    subject: 'SH',
    content: [
      'Mỗi quý một buổi có phần chuyên đề. Chủ đề nên là một việc khó của chính chi bộ, không phải một bài đọc lại tài liệu.',
      'Giao một nhóm hai, ba đảng viên chuẩn bị trong ba tuần: đi xem tận nơi, hỏi ít nhất năm người trong cuộc, viết báo cáo hai trang với một bảng số liệu và hai phương án.',
      'Buổi họp dành ít nhất sáu mươi phút cho chuyên đề: mười phút trình bày, bốn mươi phút thảo luận theo câu hỏi đã gửi, mười phút kết luận.',
      'Kết luận phải đi vào nghị quyết: làm theo phương án nào, ai làm, bao giờ kiểm điểm. Chuyên đề không có kết luận thì quý sau phải bàn lại từ đầu.',
    ],
    questions: [
      'Việc nào chi bộ ta đã bàn nhiều lần mà chưa xong, xứng đáng một buổi chuyên đề?',
      'Có thể họp ngay tại nơi có việc đó không?',
    ],
  },
  {
    title: 'Tự phê bình và phê bình: nói việc, nói cách sửa',
    subject: 'SH',
    content: [
      'Tự phê bình bắt đầu từ người chủ trì. Bí thư nói trước một việc mình làm chưa tốt trong tháng và cách sửa, thì đảng viên khác mới nói thật.',
      'Một lời phê bình đủ ba phần: việc cụ thể đã thấy, ảnh hưởng của việc đó, đề nghị sửa thế nào. Thiếu phần thứ ba thì chưa nên nói.',
      'Người được góp ý ghi lại, không tranh luận ngay; cuối buổi nói điều mình sẽ sửa trước kỳ họp sau.',
      'Tên người và chuyện riêng chỉ ở trong phòng họp và biên bản giấy, không ghi vào báo cáo điện tử.',
    ],
    questions: [
      'Trong ba tháng gần đây, lời góp ý nào đã được sửa thật sự?',
      'Điều gì khiến đồng chí ngại góp ý trong chi bộ ta?',
    ],
  },
  {
    title: 'Trả lời ý kiến, kiến nghị đúng người, đúng hạn',
    subject: 'SH',
    content: [
      'Ý kiến không được trả lời thì lần sau không ai nói nữa. Mỗi ý kiến cần có: ai nhận, bao giờ trả lời, trả lời ở đâu.',
      'Việc thuộc chi bộ: trả lời ngay trong buổi họp hoặc chậm nhất kỳ sau. Việc của xã: ghi thành vấn đề, nêu đề xuất, chuyển lên trong tuần. Việc vượt cấp: nói rõ đã chuyển ngày nào và đang ở đâu.',
      'Câu trả lời “chưa làm được” vẫn là câu trả lời, miễn là có lý do và có ngày xem lại.',
      'Đầu buổi họp sau, đọc lại các câu trả lời vừa nhận được. Người nêu ý kiến là quần chúng thì cử một đảng viên đến nói trực tiếp.',
    ],
    questions: [
      'Ý kiến nào của chi bộ ta đã quá ba mươi ngày chưa có trả lời?',
      'Ai sẽ đến nói lại với người đã nêu ý kiến?',
    ],
  },
  {
    title: 'Để đảng viên ít nói cũng phát biểu',
    subject: 'SH',
    content: [
      'Hỏi cả phòng thì chỉ người hay nói trả lời. Hãy hỏi theo nhóm việc: “Đồng chí nào ở xóm Đông đã thấy chỗ này?”.',
      'Gửi câu hỏi trước ba ngày và nhờ hai đồng chí chuẩn bị ý kiến đầu tiên; một đồng chí trẻ, một đồng chí cao tuổi.',
      'Cho viết trước khi nói: phát một mảnh giấy, mỗi người ghi một ý trong hai phút rồi đọc lên.',
      'Người chủ trì nói sau cùng. Khi bí thư kết luận sớm, thảo luận dừng lại.',
      'Ghi số người phát biểu của từng buổi; ba tháng nhìn lại một lần để biết ai chưa từng nói.',
    ],
    questions: ['Buổi trước có bao nhiêu đồng chí phát biểu? Ai chưa nói lần nào từ đầu năm?'],
  },
  {
    title: 'Ghi biên bản và chấm điểm buổi sinh hoạt',
    subject: 'SH',
    content: [
      'Biên bản ghi đủ: giờ mở đầu và kết thúc, số phải dự, có mặt, vắng có lý do và không lý do, ai chủ trì, ai ghi, từng ý kiến một câu, kết luận và kết quả biểu quyết.',
      'Thư ký đọc lại phần kết luận trước khi bế mạc; chi bộ đồng ý thì ký ngay tại chỗ.',
      'Chấm điểm là việc của cả chi bộ, làm trong năm phút cuối. Tiêu chí nào bị trừ thì nói vì sao, và tháng sau làm gì để được điểm đó.',
      'Điểm cao mà nghị quyết không có việc nào đo được thì nên chấm lại.',
    ],
    questions: ['Hai tiêu chí nào chi bộ ta hay mất điểm nhất? Tháng sau ai lo từng tiêu chí?'],
  },
  {
    title: 'Cấp ủy viên phụ trách định hướng trước buổi họp',
    subject: 'SH',
    content: [
      'Cấp ủy viên phụ trách gặp chi ủy ít nhất ba ngày trước buổi họp, không đợi đến giờ họp mới góp ý.',
      'Mang theo ba thứ: việc quá hạn của chi bộ, vấn đề chi bộ đã phản ánh và trả lời của cấp trên, định hướng của tháng đúng với loại hình chi bộ.',
      'Khi dự họp thì nghe trước, nói sau; trả lời ngay điều đã biết và hẹn ngày với điều chưa biết.',
      'Sau buổi họp ghi một lời góp ý cụ thể. Kỳ sau hỏi lại lời góp ý đó đã được làm chưa.',
    ],
  },
];
