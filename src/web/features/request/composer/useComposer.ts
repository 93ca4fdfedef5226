/** Which of the two things is being written: a letter that leaves the house, or a note that never does. */
import { createContext, useContext } from 'react';

export type ComposerMode = 'answer' | 'note';

export type ComposerDesk = {
  mode: ComposerMode | null;
  /** Goes up whenever the focus is to come to the field. */
  turn: number;
  open: (mode: ComposerMode) => void;
  /** Without taking the focus: a draft that was found. */
  unfold: (mode: ComposerMode) => void;
  close: () => void;
};

export const ComposerContext = createContext<ComposerDesk | null>(null);

export function useComposer(): ComposerDesk {
  const desk = useContext(ComposerContext);
  if (!desk) throw new Error('ComposerProvider is missing above this component');
  return desk;
}
