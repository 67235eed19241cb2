import type { Typed } from '#shared/input/typed.ts';

/**
 * The fields of an interrupted form, as they were typed. The last attribute is never a blank value, which text browsers
 * would misread.
 */
export function CarriedFields({ typed }: { readonly typed: Typed }) {
  return (
    <>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} autocomplete="off" />
      ))}
    </>
  );
}
