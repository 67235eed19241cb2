import { problemCodes, problemSentences, problemTitles } from '#shared/access/texts/problems.ts';
import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { ProblemPage } from '#web/problem-page.tsx';
import { TooLargePage } from '#web/too-large-page.tsx';

/** What is said instead of a page, for every problem there is. */
export function siteModels({ outside }: Contexts): Examples {
  return {
    ...Object.fromEntries(
      problemCodes.map((code) => [
        `problem-${code}`,
        () => (
          <ProblemPage
            context={outside}
            status={404}
            title={problemTitles[outside.lang][code]}
            sentence={problemSentences[outside.lang][code]}
          />
        ),
      ]),
    ),
    'problem-too-large-typed': () => <TooLargePage context={outside} texts={['Một <đoạn> dài', 'Đoạn khác']} />,
  };
}
