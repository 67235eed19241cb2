import type { Lang } from '#shared/language/lang.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import type { LedProposals } from '#web/proposals/led-proposals.ts';

/** The code by which members propose, as an address and to be scanned; on paper a page of its own. */
export function CodeCard({ address, qr, lang }: NonNullable<LedProposals['code']> & { readonly lang: Lang }) {
  const t = proposalsTexts[lang];
  return (
    <div class="qr">
      <p>{t.scan}</p>
      <svg role="img" aria-label={t.qr} width="200" height="200" viewBox={`0 0 ${qr.size} ${qr.size}`}>
        <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
        <path fill="#000" shape-rendering="crispEdges" d={qr.path} />
      </svg>
      <p>
        <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
      </p>
    </div>
  );
}
