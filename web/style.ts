import css from '#web/style.css';

/**
 * The stylesheet as it is inlined, without comments and line breaks: it travels with every page. The content security
 * policy names it by the digest of exactly this text.
 */
export const style = css
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};:,>]) /g, '$1')
  .replace(/ \{/g, '{')
  .replace(/;\}/g, '}')
  .trim();
