import css from '#web/style.css';

/**
 * The inlined stylesheet. It has no comments and line breaks, because every page contains it. The content security
 * policy names it by the digest of exactly this text.
 */
export const style = css
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};:,>]) /g, '$1')
  .replace(/ \{/g, '{')
  .replace(/;\}/g, '}')
  .trim();
