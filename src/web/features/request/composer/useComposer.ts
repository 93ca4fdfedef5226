/** Access to the composer: which of letter and note is open, and how to open or close it. */
import { createContext, useContext } from 'react';

export type ComposerMode = 'letter' | 'note';

export type ComposerDesk = {
  mode: ComposerMode | null;
  /** Incremented each time the field has to receive the focus. */
  turn: number;
  open: (mode: ComposerMode) => void;
  /** Opens without moving the focus, for a stored draft. */
  unfold: (mode: ComposerMode) => void;
  close: () => void;
  /** What was closed last: its line takes the focus that its field had. */
  left: ComposerMode | null;
};

export const ComposerContext = createContext<ComposerDesk | null>(null);

export function useComposer(): ComposerDesk {
  const desk = useContext(ComposerContext);
  if (!desk) throw new Error('ComposerProvider is missing above this component');
  return desk;
}
