/** A domain as DNS has it, in small letters. */
export function isDomain(text: string): boolean {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  return text.length <= 253 && new RegExp(`^(?:${label}\\.)+[a-z]{2,63}$`).test(text);
}

export function isMail(text: string): boolean {
  const [name = '', domain = '', ...more] = text.split('@');
  return more.length === 0 && /^[A-Za-z0-9._%+-]{1,64}$/.test(name) && isDomain(domain);
}

/** Names that nobody owns (RFC 2606, RFC 6761, RFC 6762), and the words that guides put where a domain is to stand. */
const reserved = /(^|\.)(example|test|invalid|localhost|local|internal|example\.(com|net|org|edu|vn|com\.vn))$/;
const words =
  /(^|[.-])(your|my|our|some)?-?(domain|company|organi[sz]ation|placeholder|changeme|todo)([.-]|$)|(^|\.)your\./;

/** Whether a domain stands for one that nobody has entered yet: a mail that goes there, or comes from there, is lost. */
export function isPlaceholder(domain: string): boolean {
  return reserved.test(domain) || words.test(domain);
}
