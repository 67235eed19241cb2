/**
 * Puts a button that copies beside each text of a page that is meant to be copied, and a link that opens it as an SMS.
 * Without this script, or where the browser copies nothing, the text stands there to be selected.
 */
for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const { copy = '', copied = '', sms = '' } = text.dataset;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');

  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = copy;
  button.onclick = async () => {
    said.textContent = '';
    if (await isCopied(text)) said.textContent = copied;
  };

  const link = document.createElement('a');
  // iOS reads the body after `&` only, Android after either.
  link.href = `sms:?&body=${encodeURIComponent(text.textContent)}`;
  link.textContent = sms;

  const row = document.createElement('p');
  row.className = 'actions';
  row.append(button, ' ', link, ' ', said);
  text.after(row);
}

async function isCopied(text: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    // Older browsers have no clipboard, and others let nobody write to it: they copy what is selected.
    return document.execCommand('copy');
  }
}

export {};
