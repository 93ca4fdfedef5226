/** The messages by which the tabs of one browser tell each other about their common session. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { paths } from './paths.ts';
import { refreshSession } from './refresh-session.ts';

type Word = 'signed-out' | 'signed-in' | 'extended';

const NAME = 'otinish-session';

export const sessionChannel = {
  tell(word: Word): void {
    const channel = new BroadcastChannel(NAME);
    channel.postMessage(word);
    channel.close();
  },
  /** Hears the other tabs, never this one. Returns a function that ends the listening. */
  hear(listener: (word: Word) => void): () => void {
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<Word>) => listener(data);
    return () => channel.close();
  },
} as const;

/** Follows what another tab did with the common session. */
export function useSessionChannel(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      sessionChannel.hear((word) => {
        if (word === 'signed-out') leave();
        else void refreshSession(client).catch(() => undefined);
      }),
    [client],
  );
}

/** Goes to the sign-in page by loading it, so that nothing that was on the screen stays in memory. */
export function leave(): void {
  // No question about unsaved text: it was asked before, or the person has left.
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
    capture: true,
    once: true,
  });
  location.replace(paths.signIn());
}
