import { inEach } from '#shared/language/lang.ts';

export const cellsPageTexts = inEach({
  find: { vi: 'Tìm chi bộ', en: 'Find a cell' },
  search: { vi: 'Tìm', en: 'Find' },
  all: { vi: 'Hiện tất cả', en: 'Show all' },
  shown: {
    vi: (first: number, last: number, of: number) => `Chi bộ ${first}–${last} trong ${of}`,
    en: (first: number, last: number, of: number) => `Cells ${first}–${last} of ${of}`,
  },
  none: { vi: 'Không có chi bộ nào có tên như vậy.', en: 'No cell has such a name.' },
  before: { vi: 'Trang trước', en: 'Previous page' },
  after: { vi: 'Trang sau', en: 'Next page' },
  save: {
    vi: 'Mời lưu trang này trước khi sang trang khác; chi bộ ở các trang khác giữ nguyên.',
    en: 'Please save this page before you go to another; cells of other pages stay as they are.',
  },
});
