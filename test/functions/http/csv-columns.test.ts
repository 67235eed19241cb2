import { describe, expect, it } from 'vitest';
import { csvMetadata } from '#functions/http/csv-columns.ts';
import { csvRow } from '#functions/http/csv-row.ts';
import { dictionaryColumns } from '#shared/reports/report-dictionary.ts';

it.each(['report-fields', 'scorecard-columns'])('the published dictionary %s is described beside it', async (name) => {
  const own = name === 'report-fields' ? dictionaryColumns : (['file', 'column', 'vi', 'en'] as const);
  const words: Readonly<Record<string, readonly [string, string]>> = {
    field: ['Mục, theo đường dẫn trong JSON', 'The field, by its path in the JSON'],
    choice: [
      'Câu trả lời được chọn; trống ở dòng của mục',
      'An answer that may be chosen; blank in the line of the field',
    ],
    vi: ['Tên tiếng Việt', 'In Vietnamese'],
    en: ['Tên tiếng Anh', 'In English'],
    section: ['Phần của biểu mẫu', 'The section of the form'],
    kind: ['Loại câu trả lời', 'What kind of answer'],
    blank: ['Để trống nghĩa là gì', 'What a blank means'],
    unit: ['Đơn vị tính', 'The unit'],
    most: ['Nhiều nhất', 'The most'],
    hint_vi: ['Giải thích, tiếng Việt', 'Explained in Vietnamese'],
    hint_en: ['Giải thích, tiếng Anh', 'Explained in English'],
    file: ['Tệp', 'The file'],
    column: ['Cột', 'The column'],
  };
  const columns = own.map((column) => {
    const [vi, en] = words[column] ?? ['', ''];
    return [column, { type: column === 'most' ? 'whole' : 'text', vi, en }] as const;
  });
  const metadata = csvMetadata(`${name}.csv`, Object.fromEntries(columns));
  const json = `${JSON.stringify(metadata, null, 2)}\n`;
  await expect(json).toMatchFileSnapshot(`../../../web/public/assets/${name}.csv-metadata.json`);
  expect(columns.every(([, { vi, en }]) => vi && en)).toBe(true);
});

describe('what describes a file', () => {
  it('is as the standard has it, and as our files are written', () => {
    const columns = {
      rate: { type: 'decimal', vi: 'Tỷ lệ', en: 'Rate' },
      met: { type: 'yesNo', vi: 'Đạt', en: 'Met' },
    } as const;
    expect(csvMetadata('a.csv', columns)).toEqual({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'vi' }],
      url: 'a.csv',
      dialect: { delimiter: ';', quoteChar: '"', doubleQuote: true, header: true, encoding: 'utf-8' },
      tableSchema: {
        columns: [
          expect.objectContaining({
            name: 'rate',
            titles: 'rate',
            datatype: { base: 'decimal', format: { decimalChar: ',' } },
          }),
          expect.objectContaining({ name: 'met', datatype: { base: 'boolean', format: 'yes|no' } }),
        ],
      },
    });
    expect(csvRow([84.8, 'a;b', 'a"b'])).toBe('84,8;"a;b";"a""b"\r\n');
  });
});
