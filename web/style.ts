import css from '#web/style.css';

/**
 * The stylesheet that every page inlines, without comments and line breaks. The content security policy contains the
 * digest of exactly this text.
 */
export const style = css
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};:,>]) /g, '$1')
  .replace(/ \{/g, '{')
  .replace(/;\}/g, '}')
  .trim();
