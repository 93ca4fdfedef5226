/** Follows what another tab did with the common session. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshSession } from './refresh-session.ts';
import { leave, sessionChannel } from './session-channel.ts';

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
