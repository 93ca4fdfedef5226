/** Holds revealed values in component state only, so that leaving the page or losing the session removes them. */
import {
  createRef,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { RequestContext } from '../useRequest.ts';
import { keyOf, RevealContext, type RevealTarget, type Shown } from './useReveal.ts';

const RevealDialog = lazy(async () => ({ default: (await import('./RevealDialog.tsx')).RevealDialog }));

export function RevealProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map());
  const [asked, setAsked] = useState<RevealTarget | null>(null);
  /** The reveal button of each target, so that the focus can return to it. */
  const buttons = useRef(new Map<string, RefObject<HTMLButtonElement | null>>());

  const put = useCallback((target: RevealTarget, value: Shown | null) => {
    setShown((before) => {
      const next = new Map(before);
      if (value) next.set(keyOf(target), value);
      else next.delete(keyOf(target));
      return next;
    });
  }, []);

  // A corrected value is not the one that was revealed.
  const corrections = useContext(RequestContext)?.formerContacts.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is what the effect waits for
  useEffect(() => setShown(new Map()), [corrections]);

  useEffect(() => {
    const hideAll = () => setShown(new Map());
    // The browser's back/forward cache would otherwise restore the page with the value on it.
    addEventListener('pagehide', hideAll);
    return () => removeEventListener('pagehide', hideAll);
  }, []);

  const desk = useMemo(
    () => ({
      shownOf: (target: RevealTarget) => shown.get(keyOf(target)) ?? null,
      ask: setAsked,
      show: put,
      hide: (target: RevealTarget) => put(target, null),
      buttonOf: (target: RevealTarget) => {
        const key = keyOf(target);
        const known = buttons.current.get(key) ?? createRef<HTMLButtonElement>();
        buttons.current.set(key, known);
        return known;
      },
    }),
    [shown, put],
  );

  /** The dialog was cancelled: the focus returns to the button that opened it. */
  const end = () => {
    if (asked) buttons.current.get(keyOf(asked))?.current?.focus();
    setAsked(null);
  };
  return (
    <RevealContext value={desk}>
      {children}
      {asked && (
        <Suspense fallback={null}>
          <RevealDialog
            target={asked}
            onShown={(value) => {
              put(asked, value);
              setAsked(null);
            }}
            onClose={end}
          />
        </Suspense>
      )}
    </RevealContext>
  );
}
