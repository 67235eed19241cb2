import { pathTo } from '#shared/access/routes.ts';
import type { Readers } from '#shared/guidance/guidance.ts';
import type { GuidanceFileId, ListedFile } from '#shared/guidance/guidance-file.ts';
import { guidanceTexts } from '#shared/guidance/texts/guidance.ts';
import { fileTypeLabels, formatBytes, guidanceFileTexts } from '#shared/guidance/texts/guidance-files.ts';
import type { Lang } from '#shared/language/lang.ts';
import { fullName } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';

interface GuidanceFilesProps {
  readonly context: PageContext;
  readonly files: readonly ListedFile[];
}

/** The documents attached to guidance. The district also sees who has opened them. */
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
              ({fileTypeLabels[lang][type]}, {formatBytes(bytes, lang)})
            </span>
            {readers && <OpenedBy readers={readers} lang={lang} />}
            {readers && <Withdraw context={context} file={id} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenedBy({ readers, lang }: { readonly readers: Readers; readonly lang: Lang }) {
  const t = guidanceFileTexts[lang];
  const lacking = readers.communes.filter(({ at }) => at === undefined).map(({ commune }) => fullName(commune));
  return (
    <details>
      <summary>{t.opened(readers.communes.length - lacking.length, readers.communes.length, readers.cells)}</summary>
      {lacking.length > 0 && (
        <p>
          {t.lacking} {lacking.join(', ')}
        </p>
      )}
      {readers.groups.length > 0 && (
        <p>
          {guidanceTexts[lang].groups} {readers.groups.join(', ')}
        </p>
      )}
    </details>
  );
}

/** The button needs a second click, which first warns that this cannot be undone. */
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
