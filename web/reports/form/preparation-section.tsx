import { agendaHints } from '#web/prepare/agenda-hints.ts';
import { PlainSection } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/** Chuẩn bị: what the saved agenda of the meeting says stands open, each answer marked as coming from there. */
export function PreparationSection({ section, table, form, offered }: SectionProps) {
  const hints = agendaHints(offered?.agenda, form.lang);
  return <PlainSection section={section} table={table} form={form} hints={hints} />;
}
