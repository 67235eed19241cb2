import type { Answer } from '#functions/http/answer.ts';

/**
 * An action whose module is loaded when it is first asked for: a new environment reads the code of the page that it
 * shows, and not that of all the others. The bundler makes a file of each module that is imported so.
 *
 * @example later(async () => (await import(…)).showCalls)
 */
export function later<Request, Deps>(
  load: () => Promise<(request: Request, deps: Deps) => Promise<Answer>>,
): (request: Request, deps: Deps) => Promise<Answer> {
  return async (request, deps) => (await load())(request, deps);
}
