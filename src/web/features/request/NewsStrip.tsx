/** The request changed elsewhere while it was on the screen: said quietly, shown when asked for. */
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
  // What was missed before the page was fetched is in the page.
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
