import type { GuidanceFileId, ListedFile } from '#shared/guidance-file.ts';
import { pathTo } from '#shared/routes.ts';
import { fileTypeLabels, formatBytes, guidanceFileTexts } from '#shared/texts/guidance-files.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';

interface GuidanceFilesProps {
  readonly context: PageContext;
  readonly files: readonly ListedFile[];
}

/** The documents beside an orientation; the district also sees who has opened them. */
export function GuidanceFiles({ context, files }: GuidanceFilesProps) {
  if (files.length === 0) return null;
  const { lang } = context;
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
            {readers && <Withdraw context={context} file={id} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One more click says what it means: it cannot be undone. */
function Withdraw({ context, file }: { readonly context: PageContext; readonly file: GuidanceFileId }) {
  const t = guidanceFileTexts[context.lang];
  return (
    <details>
      <summary>{t.withdraw}</summary>
      <p class="hint">{t.withdrawHint}</p>
      <form method="post" action={pathTo('/guidance/files/{file}', { file })}>
        <CsrfField context={context} />
        <button type="submit" class="quiet">
          {t.withdraw}
        </button>
      </form>
    </details>
  );
}
