/** The frame of every page behind sign-in: rail, banners, the page, global keys and the session warning. */
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useHasRail } from '#web/lib/useHasRail.ts';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe, useSession } from '#web/lib/useMe.ts';
import { Arrival } from '#web/lib/useMoves.ts';
import { TYPED, useRescue } from '#web/lib/useRescue.ts';
import { useT } from '#web/lib/useT.ts';
import { SnackbarHost } from '#web/ui/overlay/SnackbarHost.tsx';
import { Announcer } from '#web/ui/states/Announcer.tsx';
import { BottomBar } from './BottomBar.tsx';
import { GlobalKeys } from './GlobalKeys.tsx';
import { KeptDrafts } from './KeptDrafts.tsx';
import { useLiveStream } from './live-stream.ts';
import { Notices } from './Notices.tsx';
import { Rail } from './Rail.tsx';
import { SessionWatch } from './SessionWatch.tsx';
import styles from './Shell.module.css';
import { useSessionChannel } from './session-channel.ts';
import { ThinBar } from './ThinBar.tsx';
import { useFocusKeeper } from './useFocusKeeper.ts';

const TypedBefore = lazy(async () => ({
  default: (await import('./TypedBefore.tsx')).TypedBefore,
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
          <KeptDrafts />
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
  const hasRail = useHasRail();
  const [begun] = useState(useSession().version);
  const { id } = useMe();
  const [hasTyped] = useState(() => keptTextsOf(id).names(TYPED).length > 0);
  const opening = useNavigation().state === 'loading';
  useArrival(main);
  useFocusKeeper(main);
  useLiveStream();
  useSessionChannel();
  useRescue();
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <Rail notices={hasRail ? <Notices begun={begun} /> : null} />
      <div className={styles.page}>
        {opening && <ThinBar />}
        {!hasRail && <Notices begun={begun} />}
        {hasTyped && (
          <Suspense fallback={null}>
            <TypedBefore />
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
