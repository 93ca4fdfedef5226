/** The frame of every page behind sign-in: rail, banners, the page, global keys and the session warning. */
import Button from '@mui/material/Button';
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useIsTextKept } from '#web/lib/useKeptTexts.ts';
import { useCan, useMe, useSession } from '#web/lib/useMe.ts';
import { Arrival } from '#web/lib/useMoves.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { useHasUnsaved } from '#web/lib/useUnsaved.ts';
import { SnackbarHost } from '#web/ui/overlay/SnackbarHost.tsx';
import { Announcer } from '#web/ui/states/Announcer.tsx';
import { Banner } from '#web/ui/states/Banner.tsx';
import { BottomBar } from './BottomBar.tsx';
import { GlobalKeys } from './GlobalKeys.tsx';
import { useLiveStream } from './live-stream.ts';
import { Rail } from './Rail.tsx';
import { SessionWatch } from './SessionWatch.tsx';
import styles from './Shell.module.css';
import { useSessionChannel } from './session-channel.ts';
import { ThinBar } from './ThinBar.tsx';
import { useFocusKeeper } from './useFocusKeeper.ts';

// Lazy, so that the code that reads stored verification results is not part of the first load.
const AlarmBar = lazy(async () => ({
  default: (await import('#web/features/audit/seal/AlarmBar.tsx')).AlarmBar,
}));

const RecoveryBar = lazy(async () => ({
  default: (await import('#web/features/staff/RecoveryBar.tsx')).RecoveryBar,
}));

const KeptDrafts = lazy(async () => ({
  default: (await import('#web/features/request/composer/KeptDrafts.tsx')).KeptDrafts,
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
          <Suspense fallback={null}>
            <KeptDrafts />
          </Suspense>
        </SnackbarHost>
      </Announcer>
      <Arrival />
      <ScrollRestoration />
    </HotkeysProvider>
  );
}

function Frame() {
  const { t } = useT();
  const main = useRef<HTMLElement>(null);
  const verifies = useCan('audit.verify').ok;
  const decides = useCan('staff.decide_recovery').ok;
  const opening = useNavigation().state === 'loading';
  useArrival(main);
  useFocusKeeper(main);
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
        {decides && (
          <Suspense>
            <RecoveryBar />
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

/**
 * States of the whole page: no connection, or a newer version. Reloading is not offered while unsaved text would be
 * lost.
 */
function Banners() {
  const { t } = useT();
  const online = useOnline();
  const { version } = useSession();
  const [begun] = useState(version);
  const unsaved = useHasUnsaved();
  const isKept = useIsTextKept();
  return (
    <>
      {!online && <Banner tone="warning">{t(isKept ? 'state.offline_kept' : 'state.offline')}</Banner>}
      {online && version !== begun && (
        <Banner
          action={unsaved ? null : <Button onClick={() => location.reload()}>{t('common.reload')}</Button>}
        >
          {t('state.stale_build')} {unsaved && t('banner.stale_held')}
        </Banner>
      )}
    </>
  );
}

/**
 * Announces a new page and moves the focus to it, as loading a page would. A change of filters keeps the path and does
 * neither.
 */
function useArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const announce = useAnnounce();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    announce(document.title);
    // A page may have focused one of its own fields already.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname, announce, main]);
}
