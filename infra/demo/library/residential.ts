import type { DemoPiece } from '#infra/demo/library/demo-piece.ts';

const homes = ['thon', 'tdp'] as const;

/** What villages and residential groups discuss. */
export const residential: readonly DemoPiece[] = [
  {
    title: 'Quản lý đất đai, trật tự xây dựng ở thôn, tổ dân phố',
    subject: 'DDXD',
    types: homes,
    content: [
      'Vi phạm đất đai dễ xử lý nhất khi mới đóng cọc. Chi bộ thống nhất ai nhìn thấy thì báo cho ai, trong bao lâu; không đợi nhà lên đến tầng hai.',
      'Lập danh sách các thửa đang có việc: lấn mương, lấn đường, dựng tạm trên đất lúa, tranh chấp ranh giới. Mỗi thửa một dòng, một đảng viên theo dõi, không ghi tên chủ hộ trong báo cáo gửi lên.',
      'Đảng viên và gia đình làm trước: hộ nào của đảng viên có phần lấn thì tự tháo dỡ rồi mới đi vận động hộ khác.',
      'Việc vượt quyền của thôn thì ghi thành vấn đề gửi xã, kèm ảnh chụp và ngày phát hiện; tháng sau hỏi lại kết quả.',
    ],
    questions: [
      'Trên địa bàn có chỗ nào mới lấn chiếm trong ba tháng qua? Ai đã báo, báo ngày nào?',
      'Gia đình đảng viên nào còn phần phải tự sửa? Xong trước ngày nào?',
      'Việc nào thôn không đủ quyền làm và phải chuyển lên xã?',
    ],
  },
  {
    title: 'Giải phóng mặt bằng: chi bộ đi trước một bước',
    subject: 'DDXD',
    types: homes,
    content: [
      'Trước khi có quyết định thu hồi, chi bộ họp riêng một buổi về dự án: phần đất nào, bao nhiêu hộ, lợi ích chung là gì, điều gì còn chưa rõ.',
      'Chia các hộ theo nhóm: đã đồng ý, còn hỏi về giá, còn hỏi về chỗ ở, không đồng ý. Mỗi nhóm có một tổ vận động gồm đảng viên, đoàn thể và một người có uy tín trong dòng họ.',
      'Chỉ nói điều đã có văn bản. Điều chưa biết thì ghi lại, hẹn ngày trả lời và trả lời đúng ngày.',
      'Mỗi tuần ghi số hộ đã nhận tiền, số hộ đã bàn giao; nghị quyết tháng ghi bằng mét vuông và số hộ.',
      'Hộ khó nhất giao cho bí thư, không giao cho người trẻ nhất.',
    ],
    questions: [
      'Nhóm hộ nào còn vướng nhất và vướng điều gì?',
      'Câu hỏi nào của dân chi bộ ta chưa trả lời được, phải xin ý kiến ai?',
    ],
  },
  {
    title: 'Rác thải và vệ sinh: từ phong trào thành nếp',
    subject: 'MT',
    types: homes,
    content: [
      'Ra quân một buổi thì sạch một tuần. Muốn sạch cả năm phải quyết ba điều: ngày thu gom, điểm tập kết, mức đóng góp, và ghi vào hương ước.',
      'Giao mỗi đoạn đường cho một tổ liên gia; đảng viên trong tổ là người nhắc đầu tiên. Treo bảng tên tổ ở đầu đoạn.',
      'Phân loại từ bếp: rác thực phẩm ủ tại vườn, chai lọ gom bán gây quỹ, phần còn lại mới mang ra điểm tập kết. Chọn mười hộ làm thử trước trong một tháng.',
      'Kiểm điểm bằng số: số hộ đóng phí, số lần xe đến muộn, số mét mương đã khơi.',
    ],
    questions: [
      'Điểm tập kết hiện nay có đúng chỗ không? Nếu chuyển thì chuyển đi đâu?',
      'Bao nhiêu hộ chưa đóng phí và vì sao?',
    ],
  },
  {
    title: 'Bàn sản xuất của vụ tới',
    subject: 'KT',
    types: ['thon', 'htx'],
    content: [
      'Buổi họp trước mỗi vụ cần ba con số: diện tích gieo trồng, diện tích bỏ hoang, số hộ còn vướng nước tưới.',
      'Chi bộ quyết việc chung mà một hộ không làm được: nạo vét kênh, thống nhất giống và lịch xuống đồng, hợp đồng mua vật tư và bán sản phẩm qua hợp tác xã.',
      'Chọn một mô hình nhỏ của đảng viên để làm mẫu, ghi rõ chi phí và thu nhập, cuối vụ báo cáo lại cả khi thất bại.',
      'Ruộng bỏ hoang: mời hộ có nhu cầu nhận làm, lập giấy mượn ruộng có trưởng thôn làm chứng.',
    ],
    questions: [
      'Cánh đồng nào thiếu nước và đoạn kênh nào phải nạo vét trước?',
      'Có thể dồn thửa, mượn ruộng ở xứ đồng nào trong vụ này?',
    ],
  },
  {
    title: 'Làm đường thôn bằng sức dân',
    subject: 'KT',
    types: homes,
    content: [
      'Chọn đoạn đường ngắn, nhiều người đi, làm xong trong một mùa khô. Làm xong một đoạn 300 m thì đoạn sau dễ vận động hơn.',
      'Công khai từ đầu: dự toán, phần Nhà nước hỗ trợ, phần dân góp, ngày công, người giữ tiền. Dán ở nhà văn hóa và đọc trong họp thôn.',
      'Hiến đất thì đảng viên đứng tên đầu danh sách. Ghi kết quả bằng mét đường, mét vuông đất và số hộ, để cộng được lên xã.',
      'Cử ban giám sát có người ngoài chi bộ; nghiệm thu có mặt dân.',
    ],
    questions: ['Đoạn nào nên làm trước? Còn hộ nào chưa thuận và ai sẽ đến nói chuyện?'],
  },
  {
    title: 'Giữ yên từ xóm: hòa giải và tổ tự quản',
    subject: 'ANTT',
    types: homes,
    content: [
      'Phần lớn việc phải lên công an đều bắt đầu bằng một chuyện nhỏ không ai đứng ra nói. Chi bộ phân công mỗi cụm dân cư một đảng viên nghe và nói sớm.',
      'Hòa giải theo ba bước: nghe riêng từng bên, gặp chung có người cả hai bên tin, viết lại điều đã đồng ý trên một trang giấy.',
      'Tổ tự quản cần việc rõ: tuần mấy tối, đi tuyến nào, gặp việc thì gọi số nào. Ghi sổ trực, mỗi tháng xem lại.',
      'Thanh niên mới ra trường, người đi làm xa về, người chấp hành xong án là ba nhóm cần được hỏi thăm, không phải bị để ý.',
    ],
    questions: ['Có mâu thuẫn nào kéo dài trên ba tháng? Ai là người cả hai bên cùng tin?'],
  },
  {
    title: 'Công khai thu, chi các khoản đóng góp của dân',
    subject: 'DC',
    types: homes,
    content: [
      'Dân không ngại góp, chỉ ngại không biết tiền đi đâu. Mỗi quỹ có một trang công khai: thu của bao nhiêu hộ, chi việc gì, còn lại bao nhiêu.',
      'Đọc trong họp thôn mỗi quý và dán ở nhà văn hóa ít nhất ba mươi ngày. Chứng từ để người dân xem được.',
      'Người giữ tiền và người ghi sổ là hai người khác nhau. Chi bộ cử một đảng viên đối chiếu sổ mỗi quý.',
      'Khoản nào không bắt buộc thì ghi rõ là tự nguyện; không thu gộp vào các khoản khác.',
    ],
    questions: ['Quỹ nào của thôn chưa công khai trong quý này?', 'Có khoản thu nào dân còn hỏi mà ta chưa trả lời?'],
  },
  {
    title: 'Sửa hương ước để dân nhớ và làm theo',
    subject: 'DC',
    types: homes,
    content: [
      'Hương ước dài quá hai trang thì không ai nhớ. Giữ lại những điều của riêng thôn mình: cưới, tang, rác, nước, đường, chó thả rông.',
      'Lấy ý kiến từng hộ bằng phiếu có ba ô: đồng ý, không đồng ý, sửa thành. Đếm phiếu trước dân.',
      'Mỗi điều kèm cách nhắc nhở, không kèm mức phạt trái pháp luật. Xã công nhận xong mới in và phát.',
      'Sau sáu tháng chi bộ xem lại: điều nào không ai làm theo thì hoặc sửa, hoặc bỏ.',
    ],
    questions: ['Điều nào trong hương ước hiện nay không còn ai thực hiện?'],
  },
  {
    title: 'Giữ đoàn kết khi hai chi bộ nhập làm một',
    subject: 'CTDK',
    types: homes,
    content: [
      'Sau khi nhập, trong ba tháng đầu đừng thay đổi cùng lúc giờ họp, nơi họp và cách phân công. Giữ hai điều cũ cho mỗi bên.',
      'Chi ủy mới lập một bảng việc còn dở của cả hai chi bộ cũ; việc nào ai đang làm thì để người ấy làm tiếp đến khi xong.',
      'Luân phiên nơi họp trong sáu tháng. Tổ đảng theo cụm dân cư để đảng viên cao tuổi không phải đi xa.',
      'Khi có ý kiến “bên này, bên kia”, chủ trì hỏi lại bằng việc cụ thể và đưa về việc chung.',
    ],
    questions: ['Việc dở dang nào của chi bộ cũ chưa có người nhận?', 'Nơi họp và giờ họp nào thuận cho số đông?'],
  },
  {
    title: 'Tìm và bồi dưỡng người ưu tú ở thôn',
    subject: 'PTD',
    types: homes,
    content: [
      'Thanh niên đi làm xa thì nguồn ở nhóm khác: phụ nữ làm chủ hộ, cựu quân nhân trẻ, cán bộ đoàn thể, người trồng trọt giỏi, cộng tác viên dân số.',
      'Lập danh sách ba đến năm người, mỗi người giao một đảng viên giúp đỡ và một việc thật trong sáu tháng: phụ trách một đoạn đường, một tổ vay vốn, một đội văn nghệ.',
      'Mời dự phần đầu của một buổi sinh hoạt có nội dung mở; sau buổi đó hỏi cảm nhận, không hỏi ngay có muốn vào Đảng không.',
      'Mỗi quý chi ủy nghe báo cáo về từng người bằng chức danh, vướng ở lý lịch hay học tập thì nói sớm.',
    ],
    questions: [
      'Ai trong thôn đang được dân tin mà chưa là đảng viên?',
      'Mỗi người trong danh sách đã được giao việc gì cụ thể chưa?',
    ],
  },
  {
    title: 'Giúp một hộ thoát nghèo cho thật',
    subject: 'DS',
    types: homes,
    content: [
      'Chia hộ nghèo theo nguyên nhân: ốm đau, thiếu đất, thiếu việc, đông con, thiếu cách làm. Mỗi nguyên nhân một cách giúp.',
      'Một đảng viên nhận giúp một hộ, gặp mỗi tháng ít nhất một lần, ghi lại hai con số: thu nhập và số ngày công có việc.',
      'Con giống, vốn vay chỉ đến sau khi có người hướng dẫn và có chỗ bán. Giúp bảo hiểm y tế và học phí trước.',
      'Công nhận thoát nghèo trong họp thôn, có mặt chính hộ đó.',
    ],
    questions: ['Hộ nào đã được giúp trên hai năm mà chưa đổi khác? Nguyên nhân thật là gì?'],
  },
];
