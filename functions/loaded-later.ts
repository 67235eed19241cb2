type Methods<T> = { readonly [K in keyof T]: (...args: never[]) => Promise<unknown> };

/**
 * What answers by promises alone, loaded when it is first asked for something: a new environment does not read a client of
 * AWS that most requests have no use for.
 *
 * @example loadedLater(async () => (await import(…)).accounts)
 */
export function loadedLater<T extends Methods<T>>(load: () => Promise<T>): T {
  let loading: Promise<T> | undefined;
  return new Proxy({} as T, {
    get:
      (_, name) =>
      async (...args: never[]) => {
        loading ??= load();
        return (await loading)[name as keyof T](...args);
      },
  });
}
