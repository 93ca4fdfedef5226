/** Messages between the tabs of one browser about the session they share. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionLoss } from '#web/api/session-loss.ts';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe } from '#web/lib/useMe.ts';
import { refreshSession } from './refresh-session.ts';

type Word = 'signed-out' | 'ended' | 'extended';

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
  useEffect(() => {
    const tellOthers = () => {
      if (sessionLoss.read() === 'ended') sessionChannel.tell('ended');
    };
    return sessionLoss.subscribe(tellOthers);
  }, []);
  useEffect(
    () =>
      sessionChannel.hear((word) => {
        if (word === 'signed-out') {
          // Nothing is written again by this tab after the other has removed it.
          keptTextsOf(id).forget();
          sessionLoss.tell('signed_out');
        } else void refreshSession(client).catch(() => undefined);
      }),
    [client, id],
  );
}
