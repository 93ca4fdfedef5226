/** The frame of every page behind sign-in: rail, banners, the page, and what watches over the session. */
import { lazy, Suspense, useRef } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { useCan, useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { SnackbarHost } from '#web/ui/overlay/SnackbarHost.tsx';
import { Announcer } from '#web/ui/states/Announcer.tsx';
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

// Knows how to read what was verified, which is more than a first screen should bring.
const AlarmBar = lazy(async () => ({
  default: (await import('#web/features/audit/seal/AlarmBar.tsx')).AlarmBar,
}));

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
  const verifies = useCan('audit.verify').ok;
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
        {verifies && (
          <Suspense>
            <AlarmBar />
          </Suspense>
        )}
        <main ref={main} id="main" tabIndex={-1} aria-busy={opening} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
