/** Saves drafts whose page or tab is gone, from their copies in this browser, as soon as the server answers. */
import { useEffect } from 'react';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe } from '#web/lib/useMe.ts';
import { TYPED } from '#web/lib/useRescue.ts';

const AGAIN_MS = 10_000;
const LOCK = 'otinish-kept-drafts';

/** In the first load; the code that saves comes when there is something to save. */
export function KeptDrafts() {
  const { id } = useMe();
  useEffect(() => {
    const texts = keptTextsOf(id);
    const run = () => {
      if (!navigator.onLine || texts.names('').every((name) => name.startsWith(TYPED))) return;
      // One tab at a time, because two would save the same copy twice.
      void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        const { saveKeptDrafts } = await import('#web/features/request/composer/save-kept-drafts.ts');
        await saveKeptDrafts(texts);
      });
    };
    run();
    const timer = setInterval(run, AGAIN_MS);
    addEventListener('online', run);
    return () => {
      clearInterval(timer);
      removeEventListener('online', run);
    };
  }, [id]);
  return null;
}
