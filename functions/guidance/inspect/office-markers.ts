import type { FileFault } from '#shared/guidance/file-content.ts';

/** What a word of a document gives away. */
type Markers = readonly (readonly [RegExp, FileFault])[];

/** Names of parts. What embeds a chart's own figures is looked at, see `inspect-office.ts`. */
export const partMarkers: Markers = [
  [/(^|\/)vba(project|data)[^/]*$/i, 'has-macros'],
  [/(^|\/)(macrosheets|dialogsheets)\//i, 'has-macros'],
  [/(^|\/)activex[^/]*\/|\/activex[^/]*$/i, 'has-embedded'],
  [/(^|\/)(oleobject|ole10native|afchunk)[^/]*$/i, 'has-embedded'],
  [/(^|\/)(webextensions|taskpanes)/i, 'has-programs'],
  [/\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|lnk|html?|mht|swf|chm)$/i, 'has-programs'],
  [/\.(doc|xls|ppt|rtf|docm|dotm|xlsm|xltm|xlam|pptm|zip|rar|7z|gz|tar|iso|pdf)$/i, 'has-embedded'],
];

/** First bytes of parts, whatever they are called. */
export const contentMarkers: Markers = [
  [/^PK\p{Cc}\p{Cc}/u, 'has-embedded'],
  [/^\xd0\xcf\p{Cc}\xe0/u, 'has-embedded'],
  [/^(MZ|\p{Cc}ELF|#!)/u, 'has-programs'],
  [/^(\{\\rtf|%PDF-|Rar!|7z\xbc\xaf|MSCF|ITSF)/, 'has-embedded'],
];

/** Content types of `[Content_Types].xml`: by them Word and Excel decide what a part is. */
export const contentTypeMarkers: Markers = [
  [/macroEnabled|vbaProject|vbaData|macrosheet|dialogsheet/i, 'has-macros'],
  [/activeX|oleObject/i, 'has-embedded'],
  [/webextension/i, 'has-programs'],
];

/** Kinds of relationships, by the last part of their type. */
export const relationshipMarkers: Markers = [
  [/^(vbaProject.*|wordVbaData|xl\w*Macrosheet|dialogsheet)$/i, 'has-macros'],
  [/^(oleObject|control|activeXControlBinary|aFChunk|package)$/i, 'has-embedded'],
  [/^(connections|queryTable|mailMergeSource|recipientData)$/i, 'has-remote'],
  [/^webextension/i, 'has-programs'],
];

/** Addresses of links that start something instead of showing a page. */
export const linkMarkers: Markers = [
  [/^\s*(javascript|vbscript|data|shell|mhtml|mk|its|jar|search(-ms)?|ms-[\w-]+):/i, 'has-programs'],
  [/^(file:|\\\\|\/\/).*\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|lnk)$/i, 'has-programs'],
];

/** Elements, by local name. */
export const elementMarkers: Markers = [
  [/^ddeLink$/, 'has-programs'],
  [/^script$/i, 'has-programs'],
  [/^(oleLink|oleObject|OLEObject|altChunk)$/, 'has-embedded'],
  [/^(dbPr|webPr|olapPr|textPr|mailMerge|subDoc)$/, 'has-remote'],
];

/** Attributes of any element. */
export const attributeMarkers: Markers = [
  [/\smacro\s*=\s*["'][^"']/, 'has-macros'],
  [/\ssrc\s*=\s*["']\s*(https?:|ftp:|file:|\\\\|\/\/)/i, 'has-remote'],
  [/["']ppaction:\/\/(macro|program|ole)/i, 'has-programs'],
  [/\sname\s*=\s*["'](_xlnm\.)?auto_(open|close|activate|deactivate)/i, 'has-macros'],
];

/** What a ribbon of one's own calls when it is loaded or clicked. */
export const callbackMarkers: Markers = [[/\s(on|get)[A-Z]\w*\s*=/, 'has-macros']];

/** Instructions of Word's fields. `MACROBUTTON` alone marks places to fill in; without macros it calls none. */
export const fieldMarkers: Markers = [
  [/^\s*DDE(AUTO)?\b/i, 'has-programs'],
  [/^\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b/i, 'has-remote'],
  [/^\s*(EMBED|CONTROL|HTMLCONTROL)\b/i, 'has-embedded'],
];

/** Excel's formulas without what is quoted: a program to exchange data with, functions that call code or fetch. */
export const formulaMarkers: Markers = [
  [/\|.*!/s, 'has-programs'],
  [/\b(CALL|EXEC|REGISTER(\.ID)?|FOPEN)\s*\(/i, 'has-programs'],
  [/\b(WEBSERVICE|RTD|IMAGE)\s*\(/i, 'has-remote'],
];

/** The first marker that a text shows. */
export function faultIn(markers: Markers, text: string): FileFault | undefined {
  for (const [marker, fault] of markers) if (marker.test(text)) return fault;
  return undefined;
}
