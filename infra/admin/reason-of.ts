import { Misuse } from '#infra/admin/misuse.ts';
import { readReason } from '#shared/input/read-reason.ts';
import { messageOf } from '#shared/input/texts/errors.ts';

/** The operator's reason as it is stored; `undefined` where none is given. @throws {Misuse} if it cannot be stored whole */
export function reasonOf(typed: string | undefined): string | undefined {
  const said = readReason({ reason: typed ?? '' }, 'optional');
  if (said.ok) return said.reason || undefined;
  throw new Misuse(said.errors.map((error) => `--reason: ${messageOf(error, 'en')}`).join(' '));
}
