import type { Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { librarySubjects, type PieceRevision, type Subject, typedPiece, typesField } from '#shared/library/piece.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { pieceLabels } from '#shared/library/texts/piece-fields.ts';

interface BothVersionsProps {
  readonly lang: Lang;
  readonly stored: PieceRevision;
  readonly typed: Typed;
}

/** What two people have written of one piece, side by side where it differs. */
export function BothVersions({ lang, stored, typed }: BothVersionsProps) {
  const t = libraryTexts[lang];
  const theirs = linesOf(typedPiece(stored), lang);
  const mine = linesOf(typed, lang);
  const differing = theirs.filter(({ text }, at) => text !== mine[at]?.text);
  return (
    <table class="data cards">
      <thead>
        <tr>
          <td />
          <th scope="col">{t.theirs}</th>
          <th scope="col">{t.mine}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ label, text }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="words" data-as={`${t.theirs}: `}>
              {text || t.blank}
            </td>
            <td class="words" data-as={`${t.mine}: `}>
              {mine.find((each) => each.label === label)?.text || t.blank}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function linesOf(typed: Typed, lang: Lang): readonly { readonly label: string; readonly text: string }[] {
  const labels = pieceLabels[lang];
  const { title = '', subject = '', content = '', questions = '' } = typed;
  const types = Object.entries(typed).filter(([name, code]) => name.startsWith('types[') && code);
  const typeNames = types.map(([, code]) => typesField.choices[code]?.[lang] ?? code).sort();
  return [
    { label: labels.title, text: title },
    { label: labels.subject, text: librarySubjects[subject as Subject]?.[lang] ?? subject },
    { label: typesField.label[lang], text: typeNames.join(', ') },
    { label: labels.content, text: content },
    { label: labels.questions, text: questions },
  ];
}
