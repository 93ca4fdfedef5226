/**
 * All that is shown once the session has ended. It replaces every page, dialog and panel, empties the caches, and then
 * loads the sign-in page, so that nothing of the desk is left in memory either.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readSession } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { liveStore } from '#web/lib/live.ts';
import { addressedPage, loadPage } from '#web/lib/page-address.ts';
import { useT } from '#web/lib/useT.ts';
import { dropUnsaved } from '#web/lib/useUnsaved.ts';
import { useWindowTitle } from '#web/lib/useWindowTitle.ts';
import { paths } from './paths.ts';
import { LANGUAGE_STORAGE_KEY, remember } from './remembered.ts';
import styles from './SessionOver.module.css';

/** For storing what was typed; encryption takes milliseconds. */
const RESCUE_MS = 1_500;
const AGAIN_MS = 2_000;

export function SessionOver() {
  const { t, locale } = useT();
  const client = useQueryClient();
  const [waits, setWaits] = useState(false);
  useWindowTitle(t('session.over_title'));
  useEffect(() => {
    const left = new AbortController();
    client.clear();
    liveStore.clear();
    // The sign-in page goes on in the language of this one.
    remember(LANGUAGE_STORAGE_KEY, locale);
    void leave(left.signal, () => setWaits(true));
    return () => left.abort();
  }, [client, locale]);
  return (
    <main className={styles.over}>
      <h1 className={styles.title}>{t('session.over_title')}</h1>
      <p role="alert">{t('session.over')}</p>
      {waits && <p>{t('session.over_waits')}</p>}
    </main>
  );
}

/** Loads the sign-in page when the server answers, because a browser's own error page would lead nowhere. */
async function leave(signal: AbortSignal, onWaiting: () => void): Promise<void> {
  const { pathname, search, hash } = addressedPage();
  await Promise.race([sessionLoss.whenRescued(), pause(RESCUE_MS)]);
  // What could be kept is kept; asking about the rest would leave the page on the screen.
  dropUnsaved();
  while (!signal.aborted) {
    try {
      await call(readSession, {});
      const to = `${pathname}${search}${hash}`;
      return loadPage(sessionLoss.read() === 'ended' ? paths.signIn(to, true) : paths.signIn());
    } catch {
      onWaiting();
      await pause(AGAIN_MS);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
