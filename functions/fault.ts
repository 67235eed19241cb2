/** Logs what went wrong and where, without anything that was typed. */
export function logFault(message: string, route: string, error: unknown): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ message, route, error: trace }));
}
