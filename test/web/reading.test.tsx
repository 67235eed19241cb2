import type { ComponentProps, VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { district } from '#infra/demo/units.ts';
import { labelOf } from '#shared/reports/texts/fields.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { contextOf } from '#test/web/contexts.ts';
import { board, cell, commune, communeCells, month } from '#test/web/demo-month.ts';
import { excerpts } from '#test/web/excerpts.ts';
import { models } from '#test/web/models.ts';
import { around, type Element, readPage, tagOf, valuesOf } from '#test/web/read-page.ts';
import { allErrors, formPage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';
import { BoardPage } from '#web/reports/board-page.tsx';
import { ReportPage } from '#web/reports/report-page.tsx';

function pageOf(name: string): readonly Element[] {
  const build = models('vi')[name];
  if (!build) throw new Error(`No example ${name}`);
  return readPage(build());
}
const links = (page: readonly Element[]) =>
  page.filter(({ name }) => name === 'a').map(({ text, attributes }) => [text.trim(), attributes['href'] ?? '']);
const textOf = (page: readonly Element[]) => page.find(({ attributes }) => attributes['id'] === 'main')?.text ?? '';
/** Those of the sentences that a page does not say; the page itself would be too long to show. */
const unsaid = (page: readonly Element[], ...sentences: readonly string[]) =>
  sentences.filter((sentence) => !textOf(page).includes(sentence));
const context = contextOf('vi', 'commune');

describe('the form', () => {
  it('lists every mistake at the top, each a link to its field where the form shows it', () => {
    const page = pageOf('form-wrong');
    const alert = page.find(({ attributes }) => attributes['role'] === 'alert') as Element;
    const mistakes = page.filter((each) => each.name === 'li' && around(each).includes(alert));
    expect(mistakes.map(({ text }) => text)).toHaveLength(allErrors.length);
    const controls = new Set(
      page
        .filter(({ name }) => ['input', 'select', 'textarea'].includes(name))
        .map(({ attributes }) => attributes['id']),
    );
    const targets = links(page).filter(([, href]) => href?.startsWith('#') && href !== '#main');
    expect(targets.length).toBeGreaterThan(15);
    expect(targets.filter(([, href]) => !controls.has(href?.slice(1)))).toEqual([]);
  });

  it('says what is wrong at the field too, and marks it', () => {
    const errors = [{ field: 'present', code: 'not-a-count' }] as const;
    const page = readPage(formPage(context, { typed: { present: '18 người' }, errors }));
    const present = page.find(({ attributes }) => attributes['id'] === 'present');
    expect(present?.attributes).toMatchObject({ 'aria-invalid': 'true', value: '18 người' });
    const words = present?.attributes['aria-describedby']?.split(' ') ?? [];
    const said = words.map((id) => page.find(({ attributes }) => attributes['id'] === id)?.text);
    expect(said).toContain('Lỗi: Cần nhập một số nguyên từ 0 trở lên, ví dụ 18.');
  });

  it('fills in nothing by itself: no answer is chosen and no mark is given', () => {
    const { csrf, cell: of, month: shown, baseRevision, ...answers } = valuesOf(pageOf('form-blank'));
    expect({ of, shown, baseRevision }).toEqual({ of: cell.id, shown: month, baseRevision: '0' });
    const filled = Object.entries(answers).filter(([, value]) => value !== '');
    expect(filled.map(([name]) => name)).toEqual([0, 1, 2].map((n) => `followUps[${n}].task`));
  });

  it('brings up last month’s tasks, and once only', () => {
    const page = readPage(formPage(context, { typed: { 'followUps[0].task': 'Việc khác' } }));
    expect(valuesOf(page)).toMatchObject({ 'followUps[0].task': 'Việc khác' });
    expect(unsaid(page, 'Phát phiếu đăng ký gia đình văn hóa')).toHaveLength(1);
  });

  it('warns of secrets', () => {
    for (const name of ['form-blank', 'form-amend', 'form-wrong']) {
      expect(unsaid(pageOf(name), 'Không nhập nội dung mật.')).toEqual([]);
      const send = pageOf(name).find((each) => each.name === 'button' && each.text.trim() === 'Gửi báo cáo');
      expect(send?.attributes['aria-describedby']).toBe('no-secrets');
    }
  });

  it('remembers that it amends when it comes back with mistakes or when the system was away', () => {
    for (const changes of [{ errors: allErrors }, { unavailable: true }]) {
      const page = formPage(context, { ...changes, amends: true, baseRevision: 2 });
      expect(valuesOf(readPage(page))).toMatchObject({ action: 'amend', baseRevision: '2' });
    }
  });

  it('offers no link to another language that would lose what was typed', () => {
    expect(links(pageOf('form-blank')).map(([text]) => text)).toContain('English');
    for (const name of ['form-wrong', 'form-bare', 'merge', 'sign-in-carried'])
      expect(links(pageOf(name)).map(([text]) => text)).not.toContain('English');
  });
});

describe('the merge page', () => {
  it('takes a choice for each field that differs, and for no other', () => {
    const page = pageOf('merge');
    const choices = page.filter(({ attributes }) => attributes['type'] === 'radio');
    expect(page.filter(({ name }) => name === 'legend').map(({ text }) => text)).toEqual([
      'Có mặt',
      'Vắng không lý do',
      ...['Nhiệm vụ 2: Nội dung nhiệm vụ', 'Nhiệm vụ 2: Giao cho', 'Nhiệm vụ 2: Hạn hoàn thành'],
      'Nhiệm vụ 3: Nội dung nhiệm vụ',
    ]);
    const present = choices.filter(({ attributes }) => attributes['name'] === 'present');
    expect(present.map(({ attributes }) => attributes['value'])).toEqual(['18', '19']);
    expect(excerpts([textOf(page)], /Có mặt\s*Bản của đồng chí: 18\s*Bản đang lưu: 19/)).toHaveLength(1);
  });

  it('sends the own version on top of the stored one where nothing else is chosen', () => {
    expect(valuesOf(pageOf('merge'))).toMatchObject({ ...toTyped(fullReport), baseRevision: '3', action: 'amend' });
  });

  it('says so when only the state has changed', () => {
    expect(unsaid(pageOf('merge-same'), 'Hai bản giống nhau về nội dung')).toEqual([]);
  });
});

describe('the report', () => {
  it('shows every field that was answered, once', () => {
    const page = pageOf('report-just-sent');
    const names = Object.keys(toTyped(fullReport)).filter((name) => name !== 'cell');
    const single = names.filter((name) => !/[[.]/.test(name)).map((name) => labelOf(name, 'vi', (id) => id));
    const terms = page.filter(({ name }) => name === 'dt').map(({ text }) => text);
    for (const label of single)
      expect(
        terms.filter((term) => term === label),
        label,
      ).toHaveLength(1);
    expect(terms).toContain('Định hướng thảo luận');
    const values = [...fullReport.tasks.map(({ what }) => what), ...fullReport.matters.map(({ summary }) => summary)];
    expect(unsaid(page, ...values, 'Trưởng thôn', '02/12/2025', 'Quá hạn', 'Cao', 'Cả hai')).toEqual([]);
  });

  it('shows the receipt number first of all facts', () => {
    const page = pageOf('report-just-sent');
    const facts = page.filter(({ name }) => name === 'dd');
    expect(facts[0]?.attributes['class']).toBe('receipt');
    expect(facts[0]?.text).toMatch(/^2511-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('offers what the reader may do and no more', () => {
    const actions = (name: string) =>
      pageOf(name).flatMap(({ attributes }) => (attributes['name'] === 'action' ? [attributes['value']] : []));
    expect(actions('report-amended')).toEqual(['confirm', 'return']);
    expect(actions('report-minimal')).toEqual([]);
    expect(links(pageOf('report-minimal')).filter(([, href]) => href?.includes('amend='))).toEqual([]);
    expect(links(pageOf('report-amended')).filter(([, href]) => href?.includes('amend='))).toHaveLength(1);
  });

  it('decides on the very revision that is shown', () => {
    const bases = pageOf('report-amended').filter(({ attributes }) => attributes['name'] === 'baseRevision');
    expect(bases.map(({ attributes }) => attributes['value'])).toEqual(['3', '3']);
  });
});

it('what was just sent is noted by its number, but in a practice month, whose numbers are looked up nowhere', () => {
  const said = (practice: boolean) => {
    const sent = models('vi')['report-just-sent']?.() as VNode<ComponentProps<typeof ReportPage>> | undefined;
    if (!sent) throw new Error('no such page');
    const { props } = sent;
    const context = { ...props.context, ...(practice && { practice: { until: '2026-11-28T03:00:00.000Z' } }) };
    return readPage(<ReportPage {...props} context={context} />).find(({ name }) => name === 'main')?.text ?? '';
  };
  expect(said(false)).toContain('Đề nghị ghi số này vào sổ');
  expect(said(true)).toContain('Số biên nhận của tháng tập không tra được');
  expect(said(true)).not.toContain('ghi số này vào sổ');
});

describe('the board', () => {
  const fillable = (page: readonly Element[]) => links(page).filter(([, href]) => href?.startsWith('/reports/new'));

  it('leads from a cell that has not reported to its form', () => {
    const [first] = board(commune, communeCells).cells.filter(({ state }) => state === 'missing');
    expect(links(pageOf('board-commune'))).toContainEqual([
      'Nhập báo cáo',
      `/reports/new?cell=${first?.cell.id}&month=${month}`,
    ]);
  });

  it('has a row for every cell with its state in words', () => {
    const rows = pageOf('board-commune').filter(
      ({ name, attributes }) => name === 'th' && attributes['scope'] === 'row',
    );
    expect(rows.map(({ text }) => text)).toHaveLength(25);
    const tags = pageOf('board-commune').filter(({ attributes }) => attributes['class']?.startsWith('tag'));
    expect(
      tags.filter(({ text }) => !/(Chưa đến hạn|Đã nộp|Nộp chậm|Trả lại|Đã xác nhận)/.test(text)).map(tagOf),
    ).toEqual([]);
  });

  it('says that a report is missing only after the deadline', () => {
    const tagsAt = (now: string) =>
      readPage(<BoardPage context={contextOf('vi', 'commune', commune)} board={board(commune, communeCells, now)} />)
        .filter(({ attributes }) => attributes['class']?.startsWith('tag'))
        .map(({ text }) => text);
    const { due } = board(commune, communeCells);
    const late = tagsAt(new Date(Date.parse(due) + 1).toISOString());
    expect(tagsAt(due).filter((text) => text.includes('Chưa đến hạn')).length).toBe(
      late.filter((text) => text.includes('Chưa nộp')).length,
    );
    expect(tagsAt(due).join()).not.toContain('Chưa nộp');
    expect(late.join()).toContain('Chưa nộp');
  });

  it('takes no more reports of a closed month, but from the district', () => {
    // A form that was begun is not lost: it is reached, and says first that it is not taken now.
    expect(fillable(pageOf('board-closed')).every(([text]) => text?.startsWith('Bản nháp'))).toBe(true);
    const captions = pageOf('board-closed').flatMap(({ name, text }) => (name === 'caption' ? [text] : []));
    expect(captions[0]).toMatch(/^Chưa xong khi chốt số liệu \(\d+\)$/);
    const closed = board(commune, communeCells, '2026-01-01T00:00:00.000Z');
    const ofDistrict = <BoardPage context={contextOf('vi', 'district', district)} board={closed} />;
    expect(fillable(readPage(ofDistrict)).length).toBeGreaterThan(0);
    expect(
      fillable(readPage(<BoardPage context={contextOf('vi', 'group', district)} board={board(commune)} />)),
    ).toEqual([]);
  });

  it('leads to a scorecard whoever has one', () => {
    const toScorecard = (name: string) => links(pageOf(name)).some(([, href]) => href?.startsWith('/scorecards/'));
    expect(['board-commune', 'board-district'].map(toScorecard)).toEqual([true, true]);
    expect(['board-cell', 'board-group'].map(toScorecard)).toEqual([false, false]);
  });

  it('counts the communes of a district and leads to each', () => {
    const page = pageOf('board-district');
    const { communes } = board(district);
    expect(links(page).filter(([, href]) => href?.includes('?unit=hiep-hoa.'))).toHaveLength(communes.length);
    const total = page.filter((each) => each.name === 'td' && around(each).some(({ name }) => name === 'tfoot'));
    expect(total[0]?.text).toBe(String(communes.reduce((sum, { due }) => sum + due, 0)));
  });
});

describe('the scorecard', () => {
  it('shows each rate with its parts and never a rate without a base', () => {
    const cells = pageOf('scorecard-commune').filter(({ name }) => name === 'td');
    expect(cells.filter(({ text }) => /%/.test(text)).length).toBeGreaterThan(50);
    const judged = pageOf('scorecard-empty').filter(({ attributes }) =>
      /^(met|missed|open)$/.test(attributes['class'] ?? ''),
    );
    expect(judged.map(tagOf)).toEqual([]);
    const values = pageOf('scorecard-empty').filter(({ name, text }) => name === 'td' && text === '—');
    expect(values.length).toBeGreaterThan(10);
  });

  it('offers its files under its own address', () => {
    const files = links(pageOf('scorecard-commune')).filter(([, href]) => /\.(xlsx|pdf|csv|json)$/.test(href ?? ''));
    expect(files).toEqual(
      ['xlsx', 'pdf', 'csv', 'json'].map((ending) => [
        ending.toUpperCase(),
        `/scorecards/${commune.id}/${month}.${ending}`,
      ]),
    );
  });
});

describe('the receipt page', () => {
  it.each([
    ['receipt-unknown', 'Không có nội dung nào mang số này'],
    ['receipt-current', 'Nội dung này đang được lưu'],
    ['receipt-superseded', 'về sau có bản mới hơn'],
  ])('%s says: %s', (name, sentence) => {
    expect(unsaid(pageOf(name), sentence)).toEqual([]);
  });
});

it('what was made up for demonstration says so on every page', () => {
  const sentence = 'Dữ liệu minh họa do máy sinh ra';
  const silent = Object.entries(models('vi')).filter(([, build]) => unsaid(readPage(build()), sentence).length > 0);
  expect(silent.map(([name]) => name)).toEqual([]);
});
