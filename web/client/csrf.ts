/** The token of the session in which the page was shown. */
export function csrf(): string {
  return document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
}
