/** Keeps the news coming for as long as somebody is signed in. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveStore } from '#web/lib/live.ts';
import { shareLiveStream } from './live-stream.ts';
import { refreshSession } from './refresh-session.ts';

export function useLiveStream(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      shareLiveStream({
        store: liveStore,
        // Also the moment to hear of a new version: a server that was away may have been replaced.
        whenCut: () => refreshSession(client),
      }),
    [client],
  );
}
