import { pathTo } from '#shared/access/routes.ts';
import { type FilePlace, type GuidanceFile, placePath, uploadPath } from '#shared/guidance/guidance-file.ts';
import { fileTypeLabels, formatBytes, guidanceFileTexts, placeName } from '#shared/guidance/texts/guidance-files.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface CheckFilePageProps {
  readonly context: PageContext;
  readonly place: FilePlace;
  /** The object key of the uploaded file. */
  readonly sentKey: string;
  readonly file: Pick<GuidanceFile, 'name' | 'type' | 'bytes'>;
}

/** A document that was uploaded and checked. It is public only after its sender publishes it. */
export function CheckFilePage({ context, place, sentKey, file }: CheckFilePageProps) {
  const { lang } = context;
  const t = guidanceFileTexts[lang];
  return (
    <Document title={t.check} context={context}>
      <h1>{t.check}</h1>
      <p class="lead">{t.checked}</p>
      <dl>
        <dt>{t.name}</dt>
        <dd>{file.name}</dd>
        <dt>{t.kind}</dt>
        <dd>
          {fileTypeLabels[lang][file.type]}, {formatBytes(file.bytes, lang)}
        </dd>
        <dt>{t.place}</dt>
        <dd>{placeName(place, lang)}</dd>
      </dl>
      <form method="post" action={pathTo('/guidance/files', {})}>
        <CsrfField context={context} />
        <input type="hidden" name="key" value={sentKey} />
        <p class="send">
          <button type="submit">{t.publish}</button>
        </p>
      </form>
      <p class="actions">
        <a href={uploadPath(place)}>{t.other}</a> <a href={placePath(place)}>{t.back}</a>
      </p>
    </Document>
  );
}
