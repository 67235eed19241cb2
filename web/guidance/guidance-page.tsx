import { pathTo } from '#shared/access/routes.ts';
import { type Audience, audiences, type GuidanceRevision, type OpenedGuidance } from '#shared/guidance/guidance.ts';
import { audienceOf, type ListedFile, uploadPath } from '#shared/guidance/guidance-file.ts';
import { audienceLabels, guidanceTexts } from '#shared/guidance/texts/guidance.ts';
import { guidanceFileTexts } from '#shared/guidance/texts/guidance-files.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import { formatInstant, formatMonth } from '#shared/language/format.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import type { Month } from '#shared/period.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { GuidanceFiles } from '#web/guidance/guidance-files.tsx';
import { Readers } from '#web/guidance/readers.tsx';

/** Only for the district: who has opened what, and the form. */
interface Publishing {
  readonly opened: readonly OpenedGuidance[];
  /** The audience of the form. */
  readonly audience: Audience;
  readonly typed: Typed;
  /** The revision that the writer has seen; 0 where there is none. */
  readonly baseRevision: number;
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
}

interface GuidancePageProps {
  readonly context: PageContext;
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  readonly guidance: readonly GuidanceRevision[];
  readonly files: readonly ListedFile[];
  readonly publishing?: Publishing;
  readonly done: boolean;
}

/** What the district's board asks the cells to discuss in a month. */
export function GuidancePage(props: GuidancePageProps) {
  const { context, month, previousMonth, nextMonth, guidance, files, publishing, done } = props;
  const { lang } = context;
  const t = guidanceTexts[lang];
  const title = `${t.title} ${formatMonth(month, lang)}`;
  const { typed = {}, errors = [], stale = false } = publishing ?? {};
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0}>
      <h1>{title}</h1>
      {stale && (
        <Alert title={t.errors}>
          <p>{t.stale}</p>
        </Alert>
      )}
      <ErrorSummary form={{ lang, typed, errors }} title={t.errors} shows={(name) => name === 'text'} />
      {done && <Alert title={t.stored} tone="done" />}
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/guidance', {}, { month: other })}
      />
      <p class="actions">
        <a href={pathTo('/library', {})}>{libraryTexts[lang].title}</a>
      </p>
      {guidance.length === 0 && <p>{t.none}</p>}
      {guidance.map((each) => (
        <Orientation
          key={each.audience}
          context={context}
          guidance={each}
          files={files.filter(({ file }) => audienceOf(file) === each.audience)}
          opened={publishing?.opened.find(({ guidance: { audience } }) => audience === each.audience)}
        />
      ))}
      {publishing && <PublishForm context={context} month={month} publishing={publishing} />}
    </Document>
  );
}

interface OrientationProps {
  readonly context: PageContext;
  readonly guidance: GuidanceRevision;
  readonly files: readonly ListedFile[];
  readonly opened: OpenedGuidance | undefined;
}

function Orientation({ context, guidance, files, opened }: OrientationProps) {
  const { lang } = context;
  const { month, audience, text, revision, at } = guidance;
  const t = guidanceTexts[lang];
  return (
    <section>
      <h2>{audienceLabels[lang][audience]}</h2>
      {text.split(/\n+/).map((line, n) => (
        <p key={n}>{line}</p>
      ))}
      <p class="muted">{t.published(revision, formatInstant(at))}</p>
      <GuidanceFiles context={context} files={files} />
      {opened && (
        <>
          <OpenedBy opened={opened} lang={lang} />
          <p class="actions">
            <a href={`${pathTo('/guidance', {}, { month, type: audience })}#publish`}>{t.amend}</a>{' '}
            <a href={uploadPath({ month, audience })}>{guidanceFileTexts[lang].add}</a>
          </p>
        </>
      )}
    </section>
  );
}

function OpenedBy({
  opened: { communes, cells, groups },
  lang,
}: {
  readonly opened: OpenedGuidance;
  readonly lang: PageContext['lang'];
}) {
  const t = guidanceTexts[lang];
  const have = communes.filter(({ at }) => at !== undefined).length;
  return (
    <Readers
      lang={lang}
      summary={t.opened(have, communes.length, cells)}
      groups={{ label: t.groups, numbers: groups }}
      lists={[
        {
          heads: { unit: t.commune, read: t.firstOpened },
          rows: communes.map(({ commune, at }) => ({ unit: commune, read: at && formatInstant(at) })),
          unread: t.notOpened,
        },
      ]}
    />
  );
}

interface PublishFormProps {
  readonly context: PageContext;
  readonly month: Month;
  readonly publishing: Publishing;
}

function PublishForm({ context, month, publishing }: PublishFormProps) {
  const { audience, typed, errors, baseRevision } = publishing;
  const { lang } = context;
  const t = guidanceTexts[lang];
  const labels = audienceLabels[lang];
  return (
    <section>
      <h2 id="publish">
        {t.publish}: {labels[audience]}
      </h2>
      <form class="card" method="post" action={pathTo('/guidance', {}, { month })}>
        <CsrfField context={context} />
        <input type="hidden" name="audience" value={audience} />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <p>
          <b>{commonTexts[lang].noSecrets}</b>
        </p>
        <WordsField form={{ lang, typed, errors }} name="text" rows={10} hint={t.textHint} />
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
      <p>{t.choose}</p>
      <ul>
        {audiences
          .filter((each) => each !== audience)
          .map((each) => (
            <li key={each}>
              <a href={`${pathTo('/guidance', {}, { month, type: each })}#publish`}>{labels[each]}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}
