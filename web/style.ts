import css from '#web/style.css';
import workCss from '#web/work.css';

/**
 * The stylesheet that every page inlines, without comments and line breaks. The content security policy contains the
 * digest of exactly this text.
 */
export const style = shortened(css);

/** The stylesheet of the pages that say what is to be done and of tables to fill in. A single form needs none of what it has besides. */
export const workStyle = style + shortened(workCss);

function shortened(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>]) /g, '$1')
    .replace(/ \{/g, '{')
    .replace(/;\}/g, '}')
    .trim();
}
