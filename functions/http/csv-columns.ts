import type { Bilingual } from '#shared/language/lang.ts';

/** What a column holds: text, a whole number, a number with a decimal comma, `yes` or `no`, a day or an instant. */
type ColumnType = 'text' | 'whole' | 'decimal' | 'yesNo' | 'day' | 'instant';

/** The columns of a CSV file by their names, in the order of the file, each explained. */
export type Columns = Readonly<Record<string, Bilingual & { readonly type: ColumnType }>>;

/** How CSVW calls them (W3C, Metadata Vocabulary for Tabular Data, 6.4). */
const datatypes: Readonly<Record<ColumnType, unknown>> = {
  text: 'string',
  whole: 'integer',
  decimal: { base: 'decimal', format: { decimalChar: ',' } },
  yesNo: { base: 'boolean', format: 'yes|no' },
  day: { base: 'date', format: 'yyyy-MM-dd' },
  instant: 'dateTimeStamp',
};

/**
 * Describes a CSV file of ours for programs, as CSVW does (W3C, Model for Tabular Data and Metadata on the Web).
 *
 * @param url of the file, as seen from the description
 */
export function csvMetadata(url: string, columns: Columns): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'vi' }],
    url,
    dialect: { delimiter: ';', quoteChar: '"', doubleQuote: true, header: true, encoding: 'utf-8' },
    tableSchema: {
      columns: Object.entries(columns).map(([name, { type, vi, en }]) => ({
        name,
        titles: name,
        'dc:description': [
          { '@value': vi, '@language': 'vi' },
          { '@value': en, '@language': 'en' },
        ],
        datatype: datatypes[type],
      })),
    },
  };
}

/** The ending by which a CSV file's description is found (W3C, Tabular Data, 5.3). */
export const METADATA = '-metadata.json';
const METADATA_TYPE = 'application/csvm+json';

/** The description as it is sent. */
export function metadataFile(url: string, columns: Columns): { readonly body: string; readonly type: string } {
  return { body: `${JSON.stringify(csvMetadata(url, columns), null, 2)}\n`, type: `${METADATA_TYPE}; charset=utf-8` };
}

/** Leads from a file to its description. @param address of the description, as seen from the file */
export function describedBy(address: string): { readonly link: string } {
  return { link: `<${address}>; rel="describedby"; type="${METADATA_TYPE}"` };
}
