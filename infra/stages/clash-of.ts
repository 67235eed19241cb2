import type { Settings } from '#infra/stages/settings.ts';

/** What two stages say of themselves that AWS lets only one of them have; `undefined` if there is nothing. */
export function clashOf(stage: Settings, other: Partial<Settings>): string | undefined {
  const sameRegion = stage.account === other.account && stage.region === other.region;
  if (sameRegion && creates(stage) && creates(stage) === creates(other)) {
    return `mailIdentity is to be "existing": the identity of ${creates(stage)} is made by`;
  }
  if (answers(stage) && answers(stage) === answers(other)) {
    return `address has the alias "here", and ${answers(stage)} can lead to one stage only; so says also`;
  }
  return undefined;
}

function creates({ mailFrom = '', mailIdentity }: Partial<Settings>): string | undefined {
  return mailIdentity === 'created' ? mailFrom.split('@')[1] : undefined;
}

function answers({ address }: Partial<Settings>): string | undefined {
  return typeof address === 'object' && address.alias === 'here' ? address.domain : undefined;
}
