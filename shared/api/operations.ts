import type { RouteKey } from '#shared/access/routes.ts';
import { month, type Schema, text } from '#shared/api/schema.ts';
import type { Bilingual } from '#shared/language/lang.ts';

/** A route whose answers are promised to other programs. */
export interface Operation {
  readonly summary: Bilingual;
  /** What its query takes. */
  readonly query?: Readonly<Record<string, Parameter>>;
  /** Of a part of the path, where it takes more than its name says. */
  readonly path?: Readonly<Record<string, Schema>>;
  /** The schemas of its answers in JSON, by their statuses: one of them, where there are several. */
  readonly answers: Readonly<Record<number, string | readonly string[]>>;
  /** The files that it gives instead. */
  readonly files?: readonly string[];
}

interface Parameter {
  readonly schema: Schema;
  readonly required?: true;
  readonly about: Bilingual;
}

const reportId = { ...text, maxLength: 300 };

/** The interface that other programs are promised; every other route is for people, and its JSON follows its page. */
export const operations = {
  'GET /health': {
    summary: { vi: 'Hệ thống có trả lời không', en: 'Whether the system answers' },
    answers: { 200: 'Health' },
  },
  'GET /reports/new': {
    summary: { vi: 'Số liệu đã biết để lập báo cáo của một chi bộ', en: 'What a cell’s next report begins with' },
    query: {
      cell: { schema: text, required: true, about: { vi: 'Mã chi bộ', en: 'The cell’s id' } },
      month: {
        schema: month,
        about: { vi: 'Tháng báo cáo; mặc định tháng này', en: 'The month; by default this one' },
      },
      kind: {
        schema: { enum: ['regular', 'thematic', 'extraordinary'] },
        about: { vi: 'Loại sinh hoạt; mặc định thường kỳ', en: 'The kind of meeting; by default regular' },
      },
    },
    answers: { 200: 'ReportFacts' },
  },
  'POST /reports': {
    summary: {
      vi: 'Gửi báo cáo, hoặc sửa báo cáo đã gửi khi kèm baseRevision',
      en: 'Send a report, or amend one with its baseRevision',
    },
    answers: { 200: 'StoredReport', 201: 'StoredReport', 409: 'Problem', 422: 'Problem' },
  },
  'GET /reports/{id}': {
    summary: { vi: 'Đọc một báo cáo', en: 'Read a report' },
    path: { id: reportId },
    answers: { 200: 'StoredReport' },
  },
  'GET /receipts': {
    summary: { vi: 'Tra số biên nhận', en: 'Look up a receipt' },
    query: { number: { schema: text, about: { vi: 'Số biên nhận', en: 'The number on the receipt' } } },
    answers: { 200: 'Receipt' },
  },
  'GET /scorecards/{unit}': {
    summary: { vi: 'Số liệu nhiều tháng của một đơn vị', en: 'A unit’s figures over months' },
    query: {
      from: { schema: month, about: { vi: 'Từ tháng', en: 'The first month' } },
      to: { schema: month, about: { vi: 'Đến tháng', en: 'The last month' } },
    },
    answers: { 200: 'Trend', 422: 'Problem' },
  },
  'GET /scorecards/{unit}/{month}': {
    summary: { vi: 'Bảng tổng hợp của một đơn vị', en: 'A unit’s scorecard' },
    path: {
      month: {
        type: 'string',
        pattern: '^(19|20)\\d\\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?(\\.(csv|csv-metadata\\.json|json|xlsx|pdf))?$',
        description: '2021-02, 2021-Q1, 2021-H1 or 2021; with an ending as a file: 2021-02.csv',
      },
    },
    query: {
      revision: { schema: { type: 'integer', minimum: 1 }, about: { vi: 'Lần chốt', en: 'An official revision' } },
      rows: {
        schema: { enum: ['cells', 'months'] },
        about: {
          vi: 'Tệp CSV, JSON: từng chi bộ, hoặc từng tháng',
          en: 'CSV and JSON files: every cell, or every month (Months)',
        },
      },
      with: {
        schema: text,
        about: { vi: 'So với kỳ khác: 06/2020, 2020-Q2', en: 'Compared with another period: 06/2020, 2020-Q2' },
      },
      view: {
        schema: { enum: ['matrix'] },
        about: { vi: 'Ma trận đơn vị theo chỉ tiêu chính', en: 'The units by their main figures (Matrix)' },
      },
    },
    answers: { 200: ['Scorecard', 'Months', 'Matrix'] },
    files: [
      ...['text/csv', 'application/csvm+json', 'application/pdf'],
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  },
  'GET /changes': {
    summary: { vi: 'Những gì đã thay đổi từ lần hỏi trước', en: 'What has changed since the last time' },
    query: {
      since: {
        schema: { ...text, maxLength: 6000 },
        about: {
          vi: '“next” của câu trả lời trước, hoặc một ngày trong 31 ngày qua; mặc định 7 ngày trước',
          en: 'The `next` of the answer before, or a day of the last 31; by default seven days ago',
        },
      },
    },
    answers: { 200: 'Changes', 422: 'Problem' },
  },
} as const satisfies Readonly<Partial<Record<RouteKey, Operation>>>;

/** The promise of a route, if there is one. */
export function operationOf(route: RouteKey): Operation | undefined {
  return (operations as Readonly<Partial<Record<RouteKey, Operation>>>)[route];
}
