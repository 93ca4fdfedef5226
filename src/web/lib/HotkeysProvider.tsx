/** One keydown listener on the document for all hotkeys; `singleKeys` is the user's own setting. */
import { type ReactNode, use, useEffect, useState } from 'react';
import { createRegistry } from './hotkeys.ts';
import { HotkeysContext } from './useHotkeys.ts';
import { MovesContext } from './useMoves.ts';

type HotkeysProviderProps = { singleKeys?: boolean; children: ReactNode };

/** What is over the page and has keys of its own, whatever its role: dialogs, alert dialogs, menus, open selects. */
const OVER_THE_PAGE = '[aria-modal="true"], [role="menu"], .MuiModal-root [role="listbox"]';

/**
 * False for one that is closing, because a key pressed at once is meant for the page: it has given the focus back, or it
 * is hidden from assistive technology while it fades out. The second also where it has no focus to give back: Safari
 * does not focus a button that is clicked.
 */
function isPageCovered(): boolean {
  const focused = document.activeElement;
  const isLost = focused === null || focused === document.body;
  return [...document.querySelectorAll(OVER_THE_PAGE)].some(
    (over) =>
      over.closest('[aria-hidden="true"]') === null &&
      (isLost || (over.closest('.MuiModal-root') ?? over).contains(focused)),
  );
}

export function HotkeysProvider({ singleKeys = true, children }: HotkeysProviderProps) {
  const { isMoving } = use(MovesContext);
  const [registry] = useState(() => createRegistry(isMoving));
  useEffect(() => registry.setSingleKeys(singleKeys), [registry, singleKeys]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPageCovered()) registry.handle(event);
    };
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof Element) registry.focused(target);
    };
    document.addEventListener('keydown', listen);
    document.addEventListener('focusin', focused);
    return () => {
      document.removeEventListener('keydown', listen);
      document.removeEventListener('focusin', focused);
    };
  }, [registry]);
  return <HotkeysContext value={registry}>{children}</HotkeysContext>;
}
