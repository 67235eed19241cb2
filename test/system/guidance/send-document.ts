import { expect } from 'vitest';
import { hiddenFields, type Seen, type Visitor } from '#test/system/visitor.ts';

/** The form of a page that posts to the bucket: where to, and its fields. */
export function bucketForm({ text }: Seen): { readonly url: string; readonly fields: Record<string, string> } {
  const url = /<form[^>]*action="(http[^"]*)"[^>]*enctype="multipart\/form-data"/.exec(text)?.[1] ?? '';
  return { url, fields: hiddenFields(text, url) };
}

/** Sends a file as a browser without scripts does: the form's fields in their order, and the file last. */
export function sendTo(
  { url, fields }: ReturnType<typeof bucketForm>,
  bytes: Uint8Array,
  as: string,
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new File([new Uint8Array(bytes)], as));
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}

/** Where S3 leads back to, as a path of ours. */
export function wayBack(response: Response): string {
  const { pathname, search } = new URL(response.headers.get('location') ?? '');
  return pathname + search;
}

/** Sends a document from the page at `upload`; the page that S3 leads to says what became of it. */
export async function sendDocument(visitor: Visitor, upload: string, bytes: Uint8Array, as: string): Promise<Seen> {
  const sent = await sendTo(bucketForm(await visitor.get(upload)), bytes, as);
  expect(sent.status).toBe(303);
  return visitor.get(wayBack(sent));
}
