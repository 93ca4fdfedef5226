/** Keeps what is typed on the page when the session ends: encrypted in this browser, for the same person alone. */
import { useEffect } from 'react';
import { sessionLoss } from '#web/api/session-loss.ts';
import type { KeptTexts } from './kept-texts.ts';
import { type TypedField, typedFields, watchTyped } from './typed-text.ts';
import { keptTextsOf } from './useKeptTexts.ts';
import { useMe } from './useMe.ts';

/** Names of these texts; the others are of drafts. */
export const TYPED = 'typed/';

export type TypedPage = { fields: readonly TypedField[] };

export function useRescue(): void {
  const { id } = useMe();
  useEffect(() => {
    const texts = keptTextsOf(id);
    // The key is asked for while there is a session: at its end the server gives none.
    const unwatch = watchTyped(texts.open);
    const unguard = sessionLoss.guard(() => rescue(texts));
    return () => {
      unwatch();
      unguard();
    };
  }, [id]);
}

async function rescue(texts: KeptTexts): Promise<void> {
  // Read before anything is awaited, because the page is about to go.
  const page: TypedPage = { fields: typedFields() };
  if (page.fields.length > 0) await texts.write(TYPED + crypto.randomUUID(), JSON.stringify(page));
  await texts.settled();
}
