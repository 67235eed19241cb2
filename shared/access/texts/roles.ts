import type { Role } from '#shared/access/routes.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const roleLabels = inEach({
  cell: { vi: 'Chi bộ', en: 'Cell' },
  commune: { vi: 'Đảng ủy cơ sở', en: 'Commune committee' },
  group: { vi: 'Tổ công tác', en: 'Working group' },
  district: { vi: 'Ban Tổ chức Huyện ủy', en: 'District organisation board' },
} as const satisfies Record<Role, Bilingual>);
