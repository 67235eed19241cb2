import type { Typed } from '#shared/input/typed.ts';

/** The fields of an interrupted form, as they were typed. */
export function CarriedFields({ typed }: { readonly typed: Typed }) {
  return (
    <>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
