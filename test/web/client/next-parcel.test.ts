import { describe, expect, it } from 'vitest';
import { nextParcel, type Parcel } from '#web/client/next-parcel.ts';

const first: Parcel = { version: 'first' };
const second: Parcel = { version: 'second' };

describe('a report that waits', () => {
  it('is what its owner sent last', () => {
    expect(nextParcel(undefined, { kind: 'kept', parcel: first })).toBe(first);
    expect(nextParcel(first, { kind: 'kept', parcel: second, over: 'first' })).toBe(second);
  });

  it('is not overwritten by a page that never showed it', () => {
    expect(nextParcel(second, { kind: 'kept', parcel: first })).toBe(second);
    expect(nextParcel(second, { kind: 'kept', parcel: { version: 'third' }, over: 'first' })).toBe(second);
  });

  it('leaves by a receipt for that very content, refused or not, or by its owner’s hand', () => {
    expect(nextParcel(first, { kind: 'stored', version: 'first' })).toBeUndefined();
    expect(nextParcel({ ...first, refused: true }, { kind: 'stored', version: 'first' })).toBeUndefined();
    expect(nextParcel(first, { kind: 'removed', version: 'first' })).toBeUndefined();
  });

  it('is marked once it goes out and once it is refused', () => {
    expect(nextParcel(first, { kind: 'tried', version: 'first' })).toEqual({ version: 'first', tried: true });
    expect(nextParcel(first, { kind: 'refused', version: 'first' })).toEqual({ version: 'first', refused: true });
  });

  it('does not go out by itself once it is refused', () => {
    const refused = { ...first, refused: true };
    expect(nextParcel(refused, { kind: 'tried', version: 'first' })).toBe(refused);
  });

  it.each(['stored', 'refused', 'removed', 'tried'] as const)('stays as it is where another text is %s', (kind) => {
    expect(nextParcel(second, { kind, version: 'first' })).toBe(second);
    expect(nextParcel(undefined, { kind, version: 'first' })).toBeUndefined();
  });
});
