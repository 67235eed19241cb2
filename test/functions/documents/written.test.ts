import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '#functions/documents/write-docx.ts';
import type { Frame } from '#functions/pdf/pdf-draft.ts';
import { writePdf } from '#functions/pdf/write-pdf.ts';
import type { Block } from '#shared/documents/block.ts';
import type { Layout } from '#shared/units/letterheads.ts';
import { documents } from '#test/functions/prepare/documents/samples.ts';
import { zipParts } from '#test/zip-parts.ts';

const FOOTER = 'Xuất bởi thanh-van lúc 27/11/2026 08:00';
const frameOf = (layout: Layout): Frame => ({ title: 'Văn bản', at: new Date(0), layout, footer: FOOTER });

/** Words only: where a line breaks, and room of any width, is the writer's affair. */
const plain = (text: string) => text.normalize('NFC').replace(/[\s\u00a0]+/g, '');

/** What the blocks say, in their order. */
function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if ('heading' in block) return [block.heading];
      if ('text' in block) return [block.text];
      if ('note' in block) return [block.note];
      if ('centred' in block) return block.centred.map(({ text }) => text);
      if ('left' in block) return [...block.left, ...block.right].map(({ text }) => text);
      if ('rows' in block) return [block.columns.map(({ head }) => head), ...block.rows].flat();
      return [];
    })
    .join(' ');
}

const docxOf = async (blocks: readonly Block[], layout: Layout) => zipParts(await writeDocx(blocks, frameOf(layout)));

const unescaped = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
  );
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => unescaped(text ?? '')).join(' ');

async function pdfOf(blocks: readonly Block[], layout: Layout) {
  return getDocumentProxy(new Uint8Array(await writePdf(blocks, frameOf(layout))));
}

async function pagesOf(blocks: readonly Block[], layout: Layout): Promise<string[]> {
  const { text } = await extractText(await pdfOf(blocks, layout), {
    mergePages: false,
  });
  return text;
}

describe.each(documents)('%s', (_, { layout }, blocks) => {
  it('says in Word and in PDF what its blocks say, word for word', async () => {
    const document = (await docxOf(blocks, layout))['word/document.xml'] ?? '';
    expect(plain(textOf(document))).toBe(plain(wordsOf(blocks)));
    const pages = await pagesOf(blocks, layout);
    const heads = tableHeads(blocks);
    // Page numbers, the watermark and repeated heads of tables stand beside the words.
    const bare = pages.map((page, at) => unframed(plain(page), at, heads)).join('');
    expect(bare).toBe(plain(wordsOf(blocks)));
  });

  it('never has the motto of the state, and has the Party’s name once', async () => {
    const all = plain(wordsOf(blocks)).toLocaleUpperCase('vi');
    expect(all).not.toContain(plain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA'));
    expect(all).not.toContain(plain('ĐỘC LẬP'));
    expect(all.split(plain('ĐẢNG CỘNG SẢN VIỆT NAM'))).toHaveLength(2);
  });

  it('has the measures of the layout in Word', async () => {
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = await docxOf(blocks, layout);
    const twips = (millimetres: number) => Math.floor((millimetres / 25.4) * 72 * 20);
    const margin = attributes(document, 'w:pgMar');
    const sides = ['top', 'bottom', 'left', 'right'] as const;
    expect(sides.map((side) => Number(margin[`w:${side}`]))).toEqual(sides.map((side) => twips(layout.margins[side])));
    expect(attributes(document, 'w:pgSz')).toMatchObject({ 'w:w': String(twips(210)), 'w:h': String(twips(297)) });
    expect(styles).toMatch(/<w:rPrDefault>.*w:ascii="Times New Roman".*<w:sz w:val="28"\/>/s);
    const body =
      /<w:p><w:pPr>(?:<w:keepNext\/>)?<w:spacing w:after="80" w:line="(\d+)" w:lineRule="exact"\/><w:ind w:firstLine="(\d+)"\/><w:jc w:val="both"\/><\/w:pPr><w:r><w:rPr><w:sz w:val="28"\/>/.exec(
        document,
      );
    expect(body?.slice(1).map(Number)).toEqual([layout.points.line * 20, twips(layout.indent)]);
    expect(document).toMatch(
      /<w:b\/><w:bCs\/><w:sz w:val="30"\/><w:szCs w:val="30"\/><w:u w:val="single"\/><\/w:rPr><w:t[^>]*>ĐẢNG CỘNG SẢN VIỆT NAM/,
    );
    expect(document).toMatch(
      /<w:i\/><w:iCs\/><w:sz w:val="28"\/><w:szCs w:val="28"\/><\/w:rPr><w:t[^>]*>Thanh Vân, ngày 03 tháng/,
    );
  });

  it('has the measures of the layout in PDF', async () => {
    const proxy = await pdfOf(blocks, layout);
    const page = await proxy.getPage(1);
    const [, , width, height] = page.view;
    expect([width, height].map((points) => Math.round(((points ?? 0) * 25.4) / 72))).toEqual([210, 297]);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    const own = texts.filter(({ str }) => !FOOTER.includes(str.trim()));
    const mm = (points: number) => (points * 25.4) / 72;
    const leftmost = Math.min(...own.map(({ transform }) => mm(transform[4])));
    expect(leftmost).toBeGreaterThanOrEqual(layout.margins.left - 0.1);
    const rightmost = Math.max(...own.map(({ transform, width: long }) => mm(transform[4] + long)));
    expect(rightmost).toBeLessThanOrEqual(210 - layout.margins.right + 0.2);
    const top = Math.max(...own.map(({ transform }) => transform[5] + transform[3]));
    expect(mm((height ?? 0) - top)).toBeGreaterThanOrEqual(layout.margins.top - 1.5);
    const sizeOf = (start: string) => own.find(({ str }) => str.startsWith(start))?.transform[3];
    expect(sizeOf('ĐẢNG CỘNG SẢN')).toBe(layout.points.party);
    expect(sizeOf('ĐẢNG BỘ')).toBe(layout.points.text);
    // Lines of one paragraph stand a line apart.
    const ys = own
      .filter(
        ({ transform }) =>
          transform[3] === layout.points.text && mm(transform[4]) < layout.margins.left + layout.indent + 0.5,
      )
      .map(({ transform }) => transform[5]);
    const steps = ys.slice(1).map((y, at) => Math.round(((ys[at] ?? 0) - y) * 10) / 10);
    expect(steps).toContain(layout.points.line);
  });

  it('has only parts that Word knows, with its elements in the order of the standard', async () => {
    const parts = await docxOf(blocks, layout);
    for (const name of Object.keys(parts)) expect(name).toMatch(knownParts);
    const types = parts['[Content_Types].xml'] ?? '';
    const typed = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name ?? '');
    for (const name of Object.keys(parts).filter((part) => /^(word|docProps)\/[^/]+\.xml$/.test(part))) {
      expect(typed, name).toContain(name);
    }
    for (const [name, xml] of Object.entries(parts)) expect([name, misplaced(xml)]).toEqual([name, []]);
    for (const cell of (parts['word/document.xml'] ?? '').split('</w:tc>').slice(0, -1))
      expect(cell).toMatch(/<\/w:p>$/);
  });
});

it('finds elements that Word would refuse', () => {
  expect(misplaced('<w:pPr><w:jc w:val="center"/><w:spacing w:line="1"/></w:pPr>')).toEqual(['w:pPr: w:jc w:spacing']);
  expect(misplaced('<w:rPr><w:sz w:val="1"/><w:sz w:val="2"/></w:rPr>')).toEqual(['w:rPr: w:sz w:sz']);
});

const knownParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app|custom)\.xml|word\/(document|styles|settings|numbering|footnotes|endnotes|fontTable|comments|header\d|footer\d)\.xml|word\/theme\/theme1\.xml|word\/_rels\/[\w.]+\.rels)$/;

/** The children of each element in the order that ECMA-376 (wml.xsd) asks for, as far as our documents have them. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(
      ' ',
    ),
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'.split(
      ' ',
    ),
};
const repeated = new Set(['tr', 'headerReference', 'footerReference']);

/** Elements whose children stand in an order, or are so many, that a strict reader refuses. */
function misplaced(xml: string): string[] {
  const found: string[] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  for (const [, end, name = '', , empty] of xml.matchAll(/<(\/)?([\w:]+)((?:\s[^<>]*?)?)(\/)?>/g)) {
    if (!end) {
      open.at(-1)?.children.push(name);
      if (!empty) open.push({ name, children: [] });
      continue;
    }
    const closed = open.pop();
    const order = closed && orders[closed.name];
    if (!closed || !order) continue;
    const places = closed.children.map((child) => order.indexOf(child.replace('w:', '')));
    const isWrong = places.some((place, at) => {
      const before = places[at - 1] ?? -1;
      const again = place === before && !repeated.has(order[place] ?? '');
      return place < 0 || place < before || again;
    });
    if (isWrong) found.push(`${closed.name}: ${closed.children.join(' ')}`);
  }
  return found;
}

function attributes(xml: string, element: string): Readonly<Record<string, string>> {
  const [, inner = ''] = new RegExp(`<${element}\\s([^>]*?)/?>`).exec(xml) ?? [];
  return Object.fromEntries([...inner.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** The heads of the tables, which a page that a table goes on to repeats. */
function tableHeads(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => ('columns' in block ? [plain(block.columns.map(({ head }) => head).join(''))] : []));
}

/** A page's words without its number, its watermark and a head that it repeats. */
function unframed(page: string, at: number, heads: readonly string[]): string {
  const frame = `${at > 0 ? at + 1 : ''}${plain(FOOTER)}`;
  expect(page.startsWith(frame)).toBe(true);
  const inner = page.slice(frame.length);
  const again = at > 0 ? heads.find((head) => inner.startsWith(head)) : undefined;
  return again ? inner.slice(again.length) : inner;
}

describe('a letter with appendices', () => {
  const [, { layout }] = documents[0] as (typeof documents)[number];
  const letter: Block[] = [{ text: 'Thư' }, { page: 'new' }, { centred: [{ text: 'Trang hai' }] }];
  const appendices: Block[] = [{ page: 'appendices' }, { centred: [{ text: 'Phụ lục 1' }] }, { text: 'Biểu' }];

  it('says who took it away on the appendices, and not on what is signed', async () => {
    const pages = await pagesOf([...letter, ...appendices], layout);
    expect(pages.map((page) => page.includes(FOOTER))).toEqual([false, false, true]);
    expect(pages[2]).toContain('Phụ lục 1');
    const parts = await docxOf([...letter, ...appendices], layout);
    const sections = [...(parts['word/document.xml'] ?? '').matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([xml]) => xml);
    const targets = Object.fromEntries(
      [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/<Relationship [^>]*>/g)].map(([each]) => [
        /Id="([^"]*)"/.exec(each)?.[1],
        /Target="([^"]*)"/.exec(each)?.[1],
      ]),
    );
    const feet = sections.map((xml) =>
      [...xml.matchAll(/<w:footerReference [^>]*r:id="([^"]*)"/g)].map(([, id = '']) =>
        textOf(parts[`word/${targets[id]}`] ?? ''),
      ),
    );
    expect(feet).toHaveLength(2);
    expect(new Set(feet[0])).toEqual(new Set(['']));
    expect(feet[1]).toContain(FOOTER);
  });
});
