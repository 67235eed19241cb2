import type { ListedFile } from '#shared/guidance-file.ts';
import { pathTo } from '#shared/routes.ts';
import { fileTypeLabels, formatBytes, guidanceFileTexts } from '#shared/texts/guidance-files.ts';
import type { Lang } from '#shared/texts/lang.ts';

/** The documents beside an orientation; the district also sees who has opened them. */
export function GuidanceFiles({ files, lang }: { readonly files: readonly ListedFile[]; readonly lang: Lang }) {
  if (files.length === 0) return null;
  const t = guidanceFileTexts[lang];
  return (
    <>
      <h3>{t.list}</h3>
      <ul>
        {files.map(({ file: { id, name, type, bytes }, readers }) => (
          <li key={id}>
            <a href={pathTo('/guidance/files/{file}', { file: id })}>{name}</a>{' '}
            <span class="muted">
              ({fileTypeLabels[lang][type]}, {formatBytes(bytes, lang)}
              {readers &&
                `; ${t.opened(
                  readers.communes.filter(({ at }) => at !== undefined).length,
                  readers.communes.length,
                  readers.cells,
                )}`}
              )
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
