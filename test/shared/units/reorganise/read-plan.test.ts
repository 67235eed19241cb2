import { expect, it } from 'vitest';
import { deeds } from '#shared/units/reorganise/plan.ts';
import { readPlan } from '#shared/units/reorganise/read-plan.ts';
import { reorganiseTexts } from '#shared/units/reorganise/texts/page.ts';

const t = reorganiseTexts.vi;
function refusalOf(text: string): string {
  const read = readPlan(text);
  if (read.ok) throw new Error('It is read.');
  return t.badFile(read);
}

it('says in Vietnamese which columns a file lacks, as the hint on the page calls them', () => {
  for (const text of ['x;y\n1;2', 'việc;x\na;b', 'đơn vị cũ;x\na;b', '', '\0']) {
    const said = refusalOf(text);
    expect(said).not.toMatch(/what|from/);
    for (const [, column = ''] of said.matchAll(/“(.+?)”/g)) expect(t.fileHint).toContain(column);
  }
  expect(refusalOf('việc;x\na;b')).toBe(
    'Tệp chưa đọc được như một phương án: dòng đầu cần có đúng một cột “đơn vị cũ”.',
  );
});

it('reads the columns and words that it asks for', () => {
  const asked = refusalOf('việc;đơn vị cũ\nxóa;h.a');
  const lines = asked.replace(/^.*một trong: |\.$/g, '').split(', ');
  const read = readPlan(
    ['việc;đơn vị cũ;đơn vị mới;loại;tên', ...lines.map((word) => `${word};h.a;h.b;xã;N`)].join('\n'),
  );
  expect(read).toMatchObject({ ok: true });
  expect(read.ok && new Set(read.acts.map(({ what }) => what))).toEqual(new Set(deeds));
});
