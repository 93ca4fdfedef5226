/**
 * Text and state of one draft. It is saved on leaving or unloading the page and when the connection returns, and
 * follows what this person saves in another tab or on another device.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { draftNews } from '#web/lib/draft-news.ts';
import { useKeptTexts } from '#web/lib/useKeptTexts.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { useRequest } from '../useRequest.ts';
import { type DraftSaver, type DraftState, isUnsaved } from './draft-saver.ts';
import { draftOf, holdDraft } from './draft-store.ts';

export type Draft = { kind: 'answer' | 'note'; state: DraftState; saver: DraftSaver };

export function useDraft(kind: Draft['kind']): Draft {
  const { id, drafts } = useRequest();
  const texts = useKeptTexts();
  const [saver] = useState(() => draftOf(texts, id, kind, drafts[kind]));
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useUnsaved(isUnsaved(state));
  useEffect(() => {
    const leave = holdDraft(texts, id, kind);
    const leaving = () => void saver.flush(true);
    const connected = () => void saver.flush();
    addEventListener('pagehide', leaving);
    addEventListener('online', connected);
    const unfollow = follow(saver, id, kind);
    return () => {
      removeEventListener('pagehide', leaving);
      removeEventListener('online', connected);
      unfollow();
      leave();
    };
  }, [texts, saver, id, kind]);
  return { kind, state, saver };
}

/** Each reading is logged, so a tab in the background reads once, when it is looked at again. */
function follow(saver: DraftSaver, id: string, kind: Draft['kind']): () => void {
  /** The announced version not yet followed; null if the stream was interrupted, undefined if there is none. */
  let announced: number | null | undefined;
  const catchUp = () => {
    if (announced === undefined || document.visibilityState === 'hidden') return;
    const version = announced;
    announced = undefined;
    void saver.follow(version);
  };
  const unhear = draftNews.hear((news) => {
    if (news && (news.id !== id || news.kind !== kind)) return;
    announced = news ? news.version : null;
    catchUp();
  });
  document.addEventListener('visibilitychange', catchUp);
  return () => {
    unhear();
    document.removeEventListener('visibilitychange', catchUp);
  };
}
