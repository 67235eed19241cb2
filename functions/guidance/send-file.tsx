import { randomBytes } from 'node:crypto';
import type { BucketDeps } from '#functions/guidance/bucket.ts';
import { inspectFile } from '#functions/guidance/inspect/inspect-file.ts';
import { type SentFile, sentFile } from '#functions/guidance/sent-file.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import { siteAddress } from '#functions/http/site-address.ts';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { type FileFinding, type FileType, judgeFile } from '#shared/guidance/file-content.ts';
import { audiences } from '#shared/guidance/guidance.ts';
import {
  type FilePlace,
  type GuidanceFile,
  guidanceFileId,
  parseGuidanceFileId,
  placePath,
} from '#shared/guidance/guidance-file.ts';
import { fileFaultTexts, guidanceFileTexts } from '#shared/guidance/texts/guidance-files.ts';
import type { Lang } from '#shared/language/lang.ts';
import { parsePieceNumber } from '#shared/library/piece.ts';
import { parseMonth } from '#shared/period.ts';
import { districtOf } from '#shared/units/units.ts';
import { CheckFilePage } from '#web/guidance/check-file-page.tsx';
import { UploadPage } from '#web/guidance/upload-page.tsx';

interface Deps extends BucketDeps {
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly library: Pick<LibraryStore, 'revisionsOf'>;
  readonly files: Pick<GuidanceFileStore, 'find' | 'add'>;
}

/** Shows the form with which the district attaches a document to guidance. */
export const showUpload: Action<Deps> = async (request, deps) => {
  const place = placeIn(request.query);
  const isThere = place && (await hasText(request, place, deps));
  return isThere ? uploadPage(request, place, deps) : problem('not-found', request.lang);
};

/** Handles the redirect from S3: checks the content of the uploaded file and shows it before it is published. */
export const checkFile: Action<Deps> = async (request, deps) => {
  const sent = await loadSent(request, request.query['key'], deps);
  if (!sent) return problem('not-found', request.lang);
  const { file, place, checked } = sent;
  if (!checked.ok) return uploadPage(request, place, deps, checked);
  const { name, type } = checked;
  return {
    status: 200,
    json: { key: file.key, name, type, bytes: checked.bytes.length },
    page: (context) => (
      <CheckFilePage
        context={context}
        place={place}
        sentKey={file.key}
        file={{ name, type, bytes: checked.bytes.length }}
      />
    ),
  };
};

/** Publishes an uploaded file. A repeated request changes nothing. */
export const publishFile: Action<Deps> = async (request, deps) => {
  const { viewer, now, body, owing } = request;
  const district = districtOf(viewer.unit);
  const sent = await loadSent(request, body['key'], deps);
  if (!sent) return problem('not-found', request.lang);
  const {
    file: { id },
    place,
    checked,
  } = sent;
  const location = placePath(place);
  const stored = await deps.files.find(district, id);
  if (stored) return { ...seeOther(location), json: stored };
  if (!checked.ok) return uploadPage(request, place, deps, checked);
  const by = actorOf(viewer);
  const { name, type, bytes } = checked;
  const file: GuidanceFile = { id, ...place, name, type, bytes: bytes.length, by, at: now };
  // The content is stored first, so that a crash in between leaves only a file that no page shows.
  await (await deps.bucket()).keep(district, file, bytes);
  const change = changeOf(owing, () => ({ of: `guidance-file#${id}` }));
  const added = await deps.files.add(district, file, change.before);
  return { status: 201, location, json: file, audit: await owing.pay([change.stored(file, added)]) };
};

interface Submission {
  readonly file: SentFile;
  readonly place: FilePlace;
  readonly checked:
    | { readonly ok: true; readonly name: string; readonly type: FileType; readonly bytes: Uint8Array }
    | ({ readonly ok: false } & Refusal);
}

type Refusal = FileFinding | { readonly fault: 'gone'; readonly found?: undefined };

/** The place that an address names. */
function placeIn(query: SignedIn['query']): FilePlace | undefined {
  const piece = parsePieceNumber(query['piece']);
  if (piece) return { piece };
  const month = parseMonth(query['month'] ?? '');
  const audience = audiences.find((each) => each === query['type']);
  return month && audience && { month, audience };
}

/** A document is always attached to a text. */
async function hasText(
  { viewer }: SignedIn,
  place: FilePlace,
  { guidance, library }: Pick<Deps, 'guidance' | 'library'>,
): Promise<boolean> {
  const district = districtOf(viewer.unit);
  if ('piece' in place) return (await library.revisionsOf(district, place.piece)).length > 0;
  return (await guidance.ofMonth(district, place.month)).some(({ audience }) => audience === place.audience);
}

async function loadSent(request: SignedIn, key: string | undefined, deps: Deps): Promise<Submission | undefined> {
  const file = sentFile(key ?? '', districtOf(request.viewer.unit));
  const place = file && parseGuidanceFileId(file.id);
  if (!file || !place || !(await hasText(request, place, deps))) return undefined;
  return { file, place, checked: await check(file, deps) };
}

/** Reads and judges what was sent. What is refused does not stay in the bucket. */
async function check(file: SentFile, deps: BucketDeps): Promise<Submission['checked']> {
  const bucket = await deps.bucket();
  const read = await bucket.read(file);
  if (read === 'gone') return { ok: false, fault: read };
  const checked = examine(file.name, read);
  if (!checked.ok) await bucket.discard(file);
  return checked;
}

function examine(sentName: string, read: Uint8Array | 'too-big'): Submission['checked'] {
  if (read === 'too-big') return { ok: false, fault: read };
  const judged = judgeFile(sentName, read);
  if (!judged.ok) return judged;
  const finding = inspectFile(judged.type, read);
  return finding ? { ok: false, ...finding } : { ...judged, bytes: read };
}

/** Each form has its own key. After a fault it says why the last file was rejected. */
async function uploadPage(request: SignedIn, place: FilePlace, deps: BucketDeps, refusal?: Refusal): Promise<Answer> {
  const { viewer, lang } = request;
  const id = guidanceFileId(place, randomBytes(18).toString('base64url'));
  const back = siteAddress(pathTo('/guidance/files/sent', {}), request);
  const form = await (await deps.bucket()).uploadForm(districtOf(viewer.unit), id, back);
  return {
    status: refusal ? 422 : 200,
    postsTo: new URL(form.url).origin,
    json: refusal ? refusalProblem(refusal, lang) : form,
    page: (context) => <UploadPage context={context} place={place} form={form} {...refusal} />,
  };
}

function refusalProblem({ fault, found }: Refusal, lang: Lang) {
  const title = fileFaultTexts[lang][fault];
  return {
    type: `urn:problem:file-${fault}`,
    title,
    ...(found && { detail: guidanceFileTexts[lang].found(found) }),
    status: 422,
  };
}
