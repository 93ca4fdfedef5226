/** Text and state of one draft. It is saved on leaving or unloading the page and when the connection returns. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { useRequest } from '../useRequest.ts';
import { type DraftSaver, type DraftState, isUnsaved } from './draft-saver.ts';
import { draftOf } from './draft-store.ts';

export type Draft = { state: DraftState; saver: DraftSaver };

export function useDraft(kind: 'answer' | 'note'): Draft {
  const { id, hasDraft } = useRequest();
  const [saver] = useState(() => draftOf(id, kind, hasDraft));
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useUnsaved(isUnsaved(state));
  useEffect(() => {
    const leaving = () => void saver.flush(true);
    const connected = () => void saver.flush();
    addEventListener('pagehide', leaving);
    addEventListener('online', connected);
    return () => {
      removeEventListener('pagehide', leaving);
      removeEventListener('online', connected);
      void saver.flush();
    };
  }, [saver]);
  return { state, saver };
}
