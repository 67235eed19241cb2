import { expect, it } from 'vitest';
import { formDeed, unitIn } from '#shared/access/form-deed.ts';
import { type RouteKey, routes } from '#shared/access/routes.ts';

const cell = 'hiep-hoa.thanh-van.thanh-binh';

it.each([
  ['/reports', { cell, date: '03/02/2026' }, `Gửi báo cáo sinh hoạt của ${cell}, ngày 03/02/2026`],
  ['/reports', { cell, press: 'save' }, `Lưu nháp báo cáo sinh hoạt của ${cell}`],
  ['/reports', {}, 'Gửi báo cáo sinh hoạt'],
  [
    `/reports/${cell}_2026-02-03_regular`,
    { action: 'return' },
    `Trả lại báo cáo sinh hoạt của ${cell}, ngày 03/02/2026`,
  ],
  [
    `/reports/${cell}_2026-02-03_regular/purge`,
    { step: 'approved' },
    `Duyệt xóa nội dung chữ của báo cáo sinh hoạt của ${cell}, ngày 03/02/2026`,
  ],
  [
    '/months/2026-02/grid?unit=hiep-hoa.thanh-van',
    {},
    'Gửi báo cáo sinh hoạt của nhiều chi bộ, hiep-hoa.thanh-van, tháng 02/2026',
  ],
  ['/groups', { action: 'members', number: '3' }, 'Ghi thành viên tổ công tác 3'],
  ['/directory/users/thai-son', { change: 'constructor' }, 'Thay đổi tài khoản thai-son'],
  [
    '/visits',
    { action: 'plan', unit: cell, date: 'mai' },
    `Lên lịch buổi dự sinh hoạt của tổ công tác tại ${cell}, ngày mai`,
  ],
  ['/reports', { cell: '<b>hiep-hoa</b>' }, 'Gửi báo cáo sinh hoạt'],
  ['/login', {}, undefined],
  ['/reports/new', {}, 'Xử lý báo cáo sinh hoạt'],
  ['/nowhere', {}, undefined],
  ['//evil.example', {}, undefined],
])('a form to %s with %j: %s', (path, typed: Readonly<Record<string, string>>, words) => {
  expect(formDeed({ path, typed }, 'vi')).toBe(words);
});

it('names the unit where its reader may know it', () => {
  const form = { path: '/reports', typed: { cell } };
  expect(unitIn(form)).toBe(cell);
  expect(formDeed(form, 'en', 'Chi bộ Thanh Bình')).toBe('Send the report of a meeting of Chi bộ Thanh Bình');
});

it.each((Object.keys(routes) as RouteKey[]).filter((route) => route.startsWith('POST ')))(
  '%s says what it does, unless it is open to everyone',
  (route) => {
    const path = route.slice('POST '.length).replace(/\{(\w+)\}/g, 'x');
    for (const lang of ['vi', 'en'] as const) {
      const deed = formDeed({ path, typed: {} }, lang);
      if (routes[route].roles === 'everyone') expect(deed).toBeUndefined();
      else expect(deed).toMatch(/^\p{Lu}[^.]+$/u);
    }
  },
);
