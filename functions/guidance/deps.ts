import type { GuidanceBucket } from '#functions/guidance/bucket.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';

/** What a district's orientations and the documents beside them are kept with. */
export interface Deps extends HttpDeps {
  readonly directory: DirectoryStore;
  readonly guidance: GuidanceStore;
  readonly files: GuidanceFileStore;
  /** Only who sends or takes a file waits for the code that speaks to S3. */
  readonly bucket: () => Promise<GuidanceBucket>;
}
