import { inEach, type Lang } from '#shared/language/lang.ts';
import {
  attendedByLabels,
  kindLabels,
  resolutionLabels,
  severityLabels,
  statusLabels,
  yesNoLabels,
} from '#shared/reports/texts/choices.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { topics } from '#shared/reports/topics.ts';

const topicLabels = inEach(topics);

/** The fields that are answered by a choice, by the last part of their name. */
const choices: Readonly<Record<string, { readonly [L in Lang]: Readonly<Record<string, string>> }>> = {
  kind: kindLabels,
  committeeMet: yesNoLabels,
  oriented: yesNoLabels,
  papersSent: yesNoLabels,
  stepsFollowed: yesNoLabels,
  previousReviewed: yesNoLabels,
  selfCriticism: yesNoLabels,
  notesTaken: yesNoLabels,
  minutesKept: yesNoLabels,
  resolution: resolutionLabels,
  attendedBy: attendedByLabels,
  status: statusLabels,
  severity: severityLabels,
  topic: topicLabels,
};

/**
 * What a field says, for reading.
 *
 * @example valueWords('papersSent', 'yes', 'vi') //=> 'Có'
 * @example valueWords('present', '', 'vi') //=> '(để trống)'
 */
export function valueWords(field: string, typed: string, lang: Lang): string {
  if (typed === '') return formTexts[lang].blank;
  const labels = choices[field.slice(field.lastIndexOf('.') + 1)]?.[lang];
  return labels && Object.hasOwn(labels, typed) ? (labels[typed] as string) : typed;
}
