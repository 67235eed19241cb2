import { district } from '#infra/demo/units.ts';
import type { ApiToken } from '#shared/access/api-token.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { commune } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { ApiPage } from '#web/api/api-page.tsx';
import { TokensPage } from '#web/api/tokens-page.tsx';

const now = '2025-11-24T02:00:00.000Z';
const made: ApiToken = {
  ...{ district: district.id, number: 1, revision: 1, name: 'Kho số liệu của Tỉnh ủy', digest: '0'.repeat(64) },
  ...{ scopes: ['scorecards:read', 'changes:read'], units: [district.id], until: '2026-02-22T02:00:00.000Z' },
  ...{ by: { user: 'district', role: 'district', unit: district.id }, at: now },
};
const tokens: readonly ApiToken[] = [
  made,
  { ...made, number: 2, name: 'Phần mềm của xã', scopes: ['reports:write'], units: [commune.id] },
  { ...made, number: 3, revision: 2, revoked: true },
  { ...made, number: 4, until: '2025-11-01T02:00:00.000Z' },
];

/** The page of the interface for other programs, and that of a district's machine tokens. */
export function apiModels({ outside, inDistrict: context }: Contexts): Examples {
  const shown = { context, tokens, communes: [commune], units: [district, commune], now, typed: {}, errors: [] };
  const typed = { name: 'Kho số liệu', 'scopes[1]': 'reports:write', days: '400' };
  return {
    api: () => <ApiPage context={outside} />,
    'api-district': () => <ApiPage context={context} />,
    tokens: () => <TokensPage {...shown} />,
    'tokens-none': () => <TokensPage {...shown} tokens={[]} />,
    'tokens-made': () => <TokensPage {...shown} secret={`sochibo_hiep-hoa_1_${'aB3-_'.repeat(8)}aB3`} />,
    'tokens-wrong': () => (
      <TokensPage
        {...shown}
        typed={typed}
        errors={[
          { field: 'units[0]', code: 'required' },
          { field: 'days', code: 'too-large', params: { max: 365 } },
        ]}
      />
    ),
  };
}
