/** Which of the two is being written, an answer or a note, and the ways to change it. */
import { createContext, useContext } from 'react';

export type ComposerMode = 'answer' | 'note';

export type ComposerDesk = {
  mode: ComposerMode | null;
  /** Grows by one each time the focus is to go to the field. */
  turn: number;
  open: (mode: ComposerMode) => void;
  /** Opens without taking the focus, for a draft that was found. */
  unfold: (mode: ComposerMode) => void;
  close: () => void;
};

export const ComposerContext = createContext<ComposerDesk | null>(null);

export function useComposer(): ComposerDesk {
  const desk = useContext(ComposerContext);
  if (!desk) throw new Error('ComposerProvider is missing above this component');
  return desk;
}
