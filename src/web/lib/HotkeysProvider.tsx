/** One keydown listener on the document for all hotkeys; `singleKeys` is the user's own setting. */
import { type ReactNode, useEffect, useState } from 'react';
import { createRegistry } from './hotkeys.ts';
import { HotkeysContext } from './useHotkeys.ts';

type HotkeysProviderProps = { singleKeys?: boolean; children: ReactNode };

export function HotkeysProvider({ singleKeys = true, children }: HotkeysProviderProps) {
  const [registry] = useState(createRegistry);
  useEffect(() => registry.setSingleKeys(singleKeys), [registry, singleKeys]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // While a modal dialog is open, the keys of the page behind it are off, except Escape.
      if (document.querySelector('[role="dialog"][aria-modal="true"]') && event.code !== 'Escape') return;
      registry.handle(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [registry]);
  return <HotkeysContext value={registry}>{children}</HotkeysContext>;
}
