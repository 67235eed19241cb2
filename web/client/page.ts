import type { Lang } from '#shared/texts/lang.ts';
import { liveTexts } from '#shared/texts/live.ts';

/** What the page around the script says: the language, who is signed in, and the token of the session. */
export const t = liveTexts[document.documentElement.lang as Lang];
export const user = document.body.dataset['user'] ?? '';

export function csrf(): string {
  return document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
}

/** An element with text, and nothing that could be markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  onclick?: () => void,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (onclick) {
    made.onclick = onclick;
    made.className = 'quiet';
    made.setAttribute('type', 'button');
  }
  return made;
}

/** Shows a message at the top of the page, in the place of an earlier one of the same kind. */
export function tell(id: string, ...content: readonly Node[]): void {
  document.getElementById(id)?.remove();
  if (content.length === 0) return;
  const box = element('div', '');
  box.id = id;
  box.className = 'notice';
  box.setAttribute('role', 'status');
  for (const each of content) box.append(each, ' ');
  document.getElementById('main')?.prepend(box);
}
