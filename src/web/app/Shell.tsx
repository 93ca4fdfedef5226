/** The frame of every page behind sign-in: rail, banners, the page, and what watches over the session. */
import { useRef } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Announcer } from '#web/ui/Announcer.tsx';
import { SnackbarHost } from '#web/ui/SnackbarHost.tsx';
import { Banners } from './Banners.tsx';
import { BottomBar } from './BottomBar.tsx';
import { GlobalKeys } from './GlobalKeys.tsx';
import { Rail } from './Rail.tsx';
import { SessionWatch } from './SessionWatch.tsx';
import styles from './Shell.module.css';
import { ThinBar } from './ThinBar.tsx';
import { useArrival } from './useArrival.ts';
import { useLiveStream } from './useLiveStream.ts';
import { useSessionChannel } from './useSessionChannel.ts';

export function Shell() {
  const { profile } = useMe();
  return (
    <HotkeysProvider singleKeys={profile.keys}>
      <Announcer>
        <SnackbarHost>
          <Frame />
          <GlobalKeys />
          <SessionWatch />
        </SnackbarHost>
      </Announcer>
      <ScrollRestoration />
    </HotkeysProvider>
  );
}

function Frame() {
  const { t } = useT();
  const main = useRef<HTMLElement>(null);
  const opening = useNavigation().state === 'loading';
  useArrival(main);
  useLiveStream();
  useSessionChannel();
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <Rail />
      <div className={styles.page}>
        {opening && <ThinBar />}
        <Banners />
        <main ref={main} id="main" tabIndex={-1} aria-busy={opening} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
