import { demoGuidance } from '#infra/demo/guidance.ts';
import { fileFaults } from '#shared/guidance/file-content.ts';
import { type GuidanceRevision, openedBy, readersOf } from '#shared/guidance/guidance.ts';
import { audienceOf, type GuidanceFile } from '#shared/guidance/guidance-file.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { commune, directory, month, monthsBeside } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { reviewer } from '#test/web/reports/full-report.ts';
import type { PageContext } from '#web/context.ts';
import { CheckFilePage } from '#web/guidance/check-file-page.tsx';
import { GuidancePage } from '#web/guidance/guidance-page.tsx';
import { UploadPage } from '#web/guidance/upload-page.tsx';

const guidance = demoGuidance([month], '2025-12-31T00:00:00.000Z');

/** What the district has published, opened by some. */
function guidancePage(
  context: PageContext,
  {
    done = false,
    ...changes
  }: { readonly done?: boolean; readonly typed?: Typed; readonly stale?: true } & {
    readonly errors?: readonly FieldError[];
  } = {},
) {
  const [first] = guidance as [GuidanceRevision];
  const { audience, revision } = first;
  const openings = [{ month, audience, revision, unit: commune.id, at: '2025-11-02T01:30:00.000Z' }];
  const opened = guidance.map((each) => openedBy(each, openings, directory));
  const publishing = {
    opened,
    audience,
    typed: { text: first.text },
    baseRevision: revision,
    errors: [],
    stale: false,
  };
  return (
    <GuidancePage
      context={context}
      month={month}
      guidance={guidance}
      files={guidanceFiles.map((file) => ({ file, readers: readersOf(audienceOf(file), openings, directory) }))}
      publishing={{ ...publishing, ...changes }}
      done={done}
    />
  );
}

export const guidanceFiles: readonly GuidanceFile[] = [
  {
    id: `${month}_all_abcdefghijklmnop`,
    month,
    audience: 'all',
    name: 'Hướng dẫn nội dung sinh hoạt chi bộ tháng 11.pdf',
    type: 'pdf',
    bytes: 1_300_000,
    by: reviewer,
    at: '2025-11-01T02:10:00.000Z',
  },
];

/** As S3's own tools make it. */
export const uploadForm = {
  url: 'https://documents.s3.ap-southeast-1.amazonaws.com/',
  fields: {
    success_action_redirect: 'https://so-chi-bo.example/guidance/files/sent',
    bucket: 'documents',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    key: `incoming/hiep-hoa/${month}_all_abcdefghijklmnop/\${filename}`,
    Policy: 'eyJleHBpcmF0aW9uIjoiMjAyNS0xMS0wMVQwMzo0MDowMFoifQ==',
    'X-Amz-Signature': 'f'.repeat(64),
  },
};

/** The guidance of a month, read and published, and the way of a file to it. */
export function guidanceModels({ inCell, inCommune, inDistrict }: Contexts): Examples {
  return {
    'guidance-none': () => (
      <GuidancePage context={inCell} month={month} guidance={[]} files={[]} done={false} {...monthsBeside} />
    ),
    guidance: () => (
      <GuidancePage
        context={inCommune}
        month={month}
        guidance={guidance}
        files={guidanceFiles.map((file) => ({ file }))}
        done={false}
        {...monthsBeside}
      />
    ),
    upload: () => <UploadPage context={inDistrict} place={{ month, audience: 'thon' }} form={uploadForm} />,
    'check-file': () => (
      <CheckFilePage
        context={inDistrict}
        place={{ month, audience: 'all' }}
        sentKey="incoming/hiep-hoa/2025-11_all_abcdefghijklmnop/Mẫu.pdf"
        file={{ name: 'Mẫu.pdf', type: 'pdf', bytes: 1_300_000 }}
      />
    ),
    'guidance-district': () => guidancePage(inDistrict),
    'guidance-done': () => guidancePage(inDistrict, { done: true }),
    'guidance-wrong': () =>
      guidancePage(inDistrict, {
        typed: { text: '' },
        errors: [
          { field: 'text', code: 'required' },
          { field: 'audience', code: 'not-a-choice' },
        ],
      }),
    'guidance-stale': () =>
      guidancePage(inDistrict, { typed: { text: 'Bàn giải pháp <mới> & "cụ thể"' }, stale: true }),
    ...Object.fromEntries(
      ([...fileFaults, 'gone'] as const).map((fault) => [
        `upload-${fault}`,
        () => <UploadPage context={inDistrict} place={{ month, audience: 'all' }} form={uploadForm} fault={fault} />,
      ]),
    ),
  };
}
