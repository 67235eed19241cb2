import { shortened } from '#web/shortened.ts';
import css from '#web/style.css';
import tablesCss from '#web/tables.css';
import workCss from '#web/work.css';

/**
 * The stylesheets that pages inline, without comments and line breaks, each longer than the one before. The content
 * security policy contains the digests of exactly these texts.
 */
const form = shortened(css);
const page = form + shortened(tablesCss);
export const styles = {
  /** Of the report's form, which has no tables: the page that is opened most, on the slowest networks. */
  form,
  page,
  /** Of pages that say what is to be done, and of tables to fill in. */
  work: page + shortened(workCss),
};
