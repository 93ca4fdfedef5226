/** What is open below the timeline; the list's keys R and N come here with the place in the address. */
import { type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { ComposerContext, type ComposerMode } from './useComposer.ts';

const PLACES: Readonly<Record<string, ComposerMode>> = { '#reply': 'answer', '#note': 'note' };

export function ComposerProvider({ children }: { children: ReactNode }) {
  const { hash } = useLocation();
  const [{ mode, turn }, setState] = useState(() => {
    const wanted = PLACES[hash] ?? null;
    return { mode: wanted, turn: wanted ? 1 : 0 };
  });
  const ways = useMemo(
    () => ({
      open: (next: ComposerMode) => setState((before) => ({ mode: next, turn: before.turn + 1 })),
      unfold: (next: ComposerMode) => setState((before) => ({ ...before, mode: before.mode ?? next })),
      close: () => setState({ mode: null, turn: 0 }),
    }),
    [],
  );
  const desk = useMemo(() => ({ mode, turn, ...ways }), [mode, turn, ways]);
  return <ComposerContext value={desk}>{children}</ComposerContext>;
}
