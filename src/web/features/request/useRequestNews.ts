/**
 * Whether the request was changed elsewhere since it was loaded, and the loading of it, which happens on request only:
 * it would move the text being read, and each opening is logged.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { getRequest } from '#contract/requests-read.ts';
import { open } from '#web/api/query.ts';
import { liveStore } from '#web/lib/live.ts';
import { useLiveChanges } from '#web/lib/useLiveChanges.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useRequest } from './useRequest.ts';

type RequestNews = {
  /** Null if nothing is known to have changed. */
  label: 'request.news' | 'request.news_missed' | null;
  show: () => Promise<void>;
};

export function useRequestNews(): RequestNews {
  const { id } = useRequest();
  const { reference = '' } = useParams();
  const client = useQueryClient();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const { changedIds, letterIds, missed } = useLiveChanges();
  // Changes missed before this page was fetched are already in it.
  const [settled, setSettled] = useState(missed);
  // How a letter fares is shown in place (useLetterNews).
  const changed = changedIds.has(id) && !letterIds.has(id);
  const label = changed ? 'request.news' : missed && !settled ? 'request.news_missed' : null;
  const show = async () => {
    liveStore.seen(id);
    setSettled(true);
    try {
      await open(client, getRequest, { params: { id: reference } });
    } catch (error) {
      notify({ text: textOf(error), tone: 'error' });
    }
  };
  return { label, show };
}
