import { monthDigits } from '#shared/language/format.ts';
import { type Agenda, chosenMatters } from '#shared/prepare/agenda.ts';
import type { Prepared } from '#shared/prepare/gather.ts';
import { meetingTime } from '#shared/prepare/meeting-time.ts';

/** An SMS of more letters is cut or sent in many parts. */
export const LONGEST_INVITATION = 299;
const END = ' Đề nghị đến đúng giờ; nếu vắng, xin báo trước.';

/**
 * The invitation to a meeting, in Vietnamese, short enough to send by Zalo or SMS. Of the matters as many are named as
 * there is room for.
 *
 * @param cell its full name, `Chi bộ thôn Thanh Bình`
 */
export function invitation(
  cell: string,
  prepared: Pick<Prepared, 'month' | 'day' | 'startTime' | 'venue'>,
  agenda: Agenda,
): string {
  const head = cut(
    `Mời đồng chí dự sinh hoạt ${cell} tháng ${monthDigits(prepared.month)}: ${meetingTime(prepared, 'vi')}.`,
    LONGEST_INVITATION - END.length,
  );
  const room = LONGEST_INVITATION - head.length - END.length - ' Nội dung: .'.length;
  let matters = '';
  for (const text of chosenMatters(agenda)) {
    const next = matters === '' ? text.replace(/[.;]$/, '') : `${matters}; ${text.replace(/[.;]$/, '')}`;
    if (next.length > room) break;
    matters = next;
  }
  return `${head}${matters && ` Nội dung: ${matters}.`}${END}`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
