import { acceptedEndings, type FileFault } from '#shared/guidance/file-content.ts';
import { type FilePlace, placePath, type UploadForm, uploadPath } from '#shared/guidance/guidance-file.ts';
import { fileFaultTexts, guidanceFileTexts, placeName } from '#shared/guidance/texts/guidance-files.ts';
import { commonTexts } from '#shared/language/common.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface UploadPageProps {
  readonly context: PageContext;
  readonly place: FilePlace;
  /** It posts to the bucket, because a file may be larger than a request to a Lambda function. */
  readonly form: UploadForm;
  /** Why the previous file was refused. */
  readonly fault?: FileFault | 'gone';
  /** What was found in it, in the format's own words. */
  readonly found?: string | undefined;
}

/** The page for uploading a document with guidance. */
export function UploadPage({ context, place, form, fault, found }: UploadPageProps) {
  const { lang } = context;
  const t = guidanceFileTexts[lang];
  const page = uploadPath(place);
  return (
    // The language switch leads to the form: the address that S3 redirects to cannot be requested again.
    <Document title={t.title} context={{ ...context, path: page }}>
      <h1>{t.title}</h1>
      {fault && (
        <Alert title={t.refused}>
          <p>
            <a href="#file">{fileFaultTexts[lang][fault]}</a>
          </p>
          {found && <p>{t.found(found)}</p>}
        </Alert>
      )}
      <p class="lead">{placeName(place, lang)}</p>
      <form class="card" method="post" action={form.url} enctype="multipart/form-data">
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <b>{commonTexts[lang].noSecrets}</b>
        </p>
        <div class={fault ? 'field field-error' : 'field'}>
          <label for="file">{t.file}</label>
          <p id="file-hint" class="hint">
            {t.rules}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            accept={acceptedEndings.join(',')}
            required
            aria-describedby="file-hint"
            aria-invalid={fault ? true : undefined}
          />
        </div>
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
        <p class="hint">{t.sendHint}</p>
      </form>
      <p class="actions">
        <a href={placePath(place)}>{t.back}</a>
      </p>
    </Document>
  );
}
