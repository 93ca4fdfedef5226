/**
 * A strip that says the request was changed elsewhere. The new version is loaded on request only, because it would move
 * the text being read, and because each opening is logged.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { getRequest } from '#contract/requests-read.ts';
import { open } from '#web/api/query.ts';
import { liveStore } from '#web/lib/live.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useLiveChanges } from '#web/lib/useLiveChanges.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import styles from './NewsStrip.module.css';
import { useRequest } from './useRequest.ts';

export function NewsStrip() {
  const { t } = useT();
  const { id } = useRequest();
  const { reference = '' } = useParams();
  const client = useQueryClient();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const { changedIds, missed } = useLiveChanges();
  // Changes missed before this page was fetched are already in it.
  const [settled, setSettled] = useState(missed);
  const changed = changedIds.has(id);
  const visible = changed || (missed && !settled);
  const show = async () => {
    liveStore.seen(id);
    setSettled(true);
    try {
      await open(client, getRequest, { params: { id: reference } });
    } catch (error) {
      notify({ text: textOf(error), tone: 'error' });
    }
  };
  useHotkeys(
    [{ keys: 'Shift+KeyR', label: 'inbox.key.refresh', group: 'item', run: () => void show() }],
    visible,
  );
  if (!visible) return null;
  return (
    <button type="button" className={styles.strip} onClick={() => void show()}>
      {t(changed ? 'request.news' : 'request.news_missed')}
      <span className={styles.key}>
        <Kbd keys="Shift+KeyR" />
      </span>
    </button>
  );
}
