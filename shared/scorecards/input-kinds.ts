/** What scorecards count: the form of the ids, and since which version of the rules each kind is counted. */
export const inputKinds = {
  report: { form: /_\d{4}-\d\d-\d\d_(regular|thematic|extraordinary)$/, since: 1 },
  subjects: { form: /_regular_subjects$/, since: 3 },
  matter: { form: /_\d{4}-\d\d-\d\d_[a-z0-9-]+_\d+$/, since: 1 },
  visit: { form: /_\d{4}-\d\d-\d\d_visit-\d+$/, since: 1 },
  officers: { form: /^[^_]+_charge$/, since: 1 },
  'officer-record': { form: /_\d{4}-\d\d_charge$/, since: 1 },
  themes: { form: /_\d{4}_themes$/, since: 1 },
  units: { form: /_\d{4}-\d\d_units$/, since: 1 },
  district: { form: /_\d{4}-\d\d_district$/, since: 1 },
  reopening: { form: /_\d{4}-\d\d_reopened$/, since: 1 },
} as const satisfies Readonly<Record<string, { readonly form: RegExp; readonly since: number }>>;

export type InputKind = keyof typeof inputKinds;
