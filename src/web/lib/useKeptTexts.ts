/** The unsaved texts of the signed-in person in this browser, one store a page; see kept-texts.ts. */
import { useEffect, useSyncExternalStore } from 'react';
import { readTextKey } from '#contract/session.ts';
import { fromBase64 } from '#domain/bytes/base64.ts';
import { call, NoAnswer } from '#web/api/call.ts';
import { createKeptTexts, type KeptTexts } from './kept-texts.ts';
import { useMe } from './useMe.ts';

const stores = new Map<string, KeptTexts>();

export function keptTextsOf(personId: string): KeptTexts {
  const known = stores.get(personId);
  if (known) return known;
  const store = createKeptTexts(personId, {
    storage: () => localStorage,
    key: async () => {
      const key = fromBase64((await call(readTextKey, {})).key);
      if (!key) throw new NoAnswer('the key is not base64');
      return key;
    },
  });
  stores.set(personId, store);
  return store;
}

/** Drafts on the screen. Other fields keep what is typed into them while the page is open, and no longer. */
let drafts = 0;
const listeners = new Set<() => void>();
const count = (by: 1 | -1) => {
  drafts += by;
  for (const listener of listeners) listener();
};

/** The store, for a component that keeps a draft in it. */
export function useKeptTexts(): KeptTexts {
  const { id } = useMe();
  const texts = keptTextsOf(id);
  useEffect(() => {
    texts.open();
    count(1);
    return () => count(-1);
  }, [texts]);
  return texts;
}

/** Whether what is typed into the draft on the screen outlives the page. */
export function useIsTextKept(): boolean {
  const { id } = useMe();
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      const stop = stores.get(id)?.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop?.();
      };
    },
    () => drafts > 0 && (stores.get(id)?.canKeep() ?? false),
  );
}
