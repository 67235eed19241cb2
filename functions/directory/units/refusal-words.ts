import type { UndoRefusal } from '#functions/store/undo-reorganisation.ts';
import type { Lang } from '#shared/language/lang.ts';
import { closedWords } from '#shared/scorecards/texts/closed-months.ts';
import { reorganiseTexts } from '#shared/units/reorganise/texts/page.ts';
import { planFaultWords } from '#shared/units/reorganise/texts/plan-faults.ts';
import { faultWords } from '#shared/units/texts/unit-faults.ts';

/** Why a reorganisation or its undoing is refused, and the way out, in sentences. */
export function refusalWords(refusal: UndoRefusal, lang: Lang): readonly string[] {
  const t = reorganiseTexts[lang];
  switch (refusal.kind) {
    case 'plan':
      return refusal.faults.map((fault) => planFaultWords(fault, lang));
    case 'faults':
      return refusal.faults.map((fault) => faultWords(fault, lang));
    case 'closed':
      return closedWords(refusal.months, lang);
    case 'busy':
      return [t.busy];
    case 'too-large':
      return [t.tooLarge];
    case 'nothing-to-undo':
      return [t.nothingToUndo];
    case 'changed-since':
      return [t.changedSince(refusal.units.join(', '))];
    case 'reported-already':
      return [t.reportedAlready(refusal.units.join(', '))];
    case 'reported':
      return [t.reported(refusal.units.join(', '))];
  }
}
