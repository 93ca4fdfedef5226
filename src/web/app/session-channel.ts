/** Messages between the tabs of one browser about the session they share. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadPage } from '#web/lib/page-address.ts';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe } from '#web/lib/useMe.ts';
import { dropUnsaved } from '#web/lib/useUnsaved.ts';
import { paths } from './paths.ts';
import { refreshSession } from './refresh-session.ts';

type Word = 'signed-out' | 'signed-in' | 'extended';

const NAME = 'otinish-session';

let channel: BroadcastChannel | null = null;

/** One channel a page, because a page hears what it says on another channel of the same name. */
function shared(): BroadcastChannel {
  channel ??= new BroadcastChannel(NAME);
  return channel;
}

export const sessionChannel = {
  tell(word: Word): void {
    shared().postMessage(word);
  },
  /** Messages of the other tabs, never of this one. Returns a function that stops listening. */
  hear(listener: (word: Word) => void): () => void {
    const channel = shared();
    const heard = ({ data }: MessageEvent<Word>) => listener(data);
    channel.addEventListener('message', heard);
    return () => channel.removeEventListener('message', heard);
  },
} as const;

/** Follows what another tab did with the common session. */
export function useSessionChannel(): void {
  const client = useQueryClient();
  const { id } = useMe();
  useEffect(
    () =>
      sessionChannel.hear((word) => {
        if (word === 'signed-out') {
          // Nothing is written again by this tab after the other has removed it.
          keptTextsOf(id).forget();
          leave();
        } else void refreshSession(client).catch(() => undefined);
      }),
    [client, id],
  );
}

/** Goes to the sign-in page by loading it, so that nothing that was on the screen stays in memory. */
export function leave(): void {
  // SignOutButton has asked about unsaved text, or another tab has signed out.
  dropUnsaved();
  loadPage(paths.signIn());
}
