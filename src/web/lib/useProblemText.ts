/** Error texts for forms and dialogs in the page's language: `const { textOf, faultsOf } = useProblemText()`. */
import { useMemo } from 'react';
import { fieldFaults, problemText } from './problem-text.ts';
import { useT } from './useT.ts';

export type ProblemWords = {
  /** The sentence above the form, in the dialog or in the snackbar. */
  textOf: (error: unknown) => string;
  /** Field → sentence, for the fields the server named. */
  faultsOf: (error: unknown) => Readonly<Record<string, string>>;
};

export function useProblemText(): ProblemWords {
  const translator = useT();
  return useMemo(
    () => ({
      textOf: (error) => problemText(error, translator),
      faultsOf: (error) => fieldFaults(error, translator),
    }),
    [translator],
  );
}
