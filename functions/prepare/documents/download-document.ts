import { type Format, fileTypes, writeDocument } from '#functions/documents/write-document.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { loadMeeting, type MeetingDeps } from '#functions/prepare/documents/load-meeting.ts';
import type { RegisterStore } from '#functions/store/register-store.ts';
import { minutesOf } from '#shared/documents/minutes.ts';
import { type DocumentKind, decisionOf, numberOf } from '#shared/documents/register.ts';
import { resolutionOf } from '#shared/documents/resolution.ts';
import { documentNames } from '#shared/documents/texts/papers.ts';
import { formatDay, formatInstant } from '#shared/language/format.ts';

type Deps = MeetingDeps & { readonly registers: Pick<RegisterStore, 'ofCell'> };

const fileNames = { minutes: 'bien-ban', resolution: 'nghi-quyet', conclusion: 'ket-luan' } as const satisfies Record<
  DocumentKind,
  string
>;

/** A document of a report as a file: the minutes, or what the meeting decided, be it a resolution or a conclusion. */
export const downloadDocument =
  (asked: 'minutes' | 'resolution', format: Format): Action<Deps> =>
  async ({ params, viewer, lang, now }, deps) => {
    const named = namedReport(viewer, 'see', params['id']);
    const loaded = named && (await loadMeeting(named, deps));
    if (!loaded) return problem('not-found', lang);
    if (loaded === 'gone') return problem('words-gone', lang);
    const { report } = loaded.meeting;
    const kind = asked === 'minutes' ? asked : decisionOf(report);
    if (!kind) return problem('no-decision', lang);
    const number = numberOf(await deps.registers.ofCell(named.cell), kind, named.id)?.said.number;
    const meeting = { ...loaded.meeting, ...(number !== undefined && { number }) };
    const blocks = kind === 'minutes' ? minutesOf(meeting) : resolutionOf(meeting, kind);
    const name = `${fileNames[kind]}_${named.id}.${format}`;
    const body = await writeDocument(format, blocks, {
      title: `${documentNames.vi[kind]}, ${meeting.cellName}, ${formatDay(report.date)}`,
      at: new Date(now),
      layout: meeting.layout,
      footer: `Xuất bởi ${viewer.user} lúc ${formatInstant(now)}`,
    });
    return {
      status: 200,
      file: { body, type: fileTypes[format], name },
      audit: [{ kind: 'exported', of: name }, ...viewed(loaded.shown)],
    };
  };
