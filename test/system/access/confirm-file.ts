import { hiddenFields, type Seen, type Visitor } from '#test/system/visitor.ts';

/** Presses the button below the preview of a file of accounts. */
export function confirmFile(visitor: Visitor, { text }: Seen): Promise<Seen> {
  const preview = text.slice(text.indexOf('<h2>Xem trước'));
  return visitor.post('/directory/users', hiddenFields(preview, '/directory/users'));
}
