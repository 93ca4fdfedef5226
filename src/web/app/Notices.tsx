/**
 * States of the whole desk: no connection, a newer version, a log that failed verification, a link that waits for a
 * second person. They come while somebody is about to press a button, so they stand in the rail, where they move
 * nothing. A phone has no rail: BottomBar says there that the connection is lost, the others stand above the page.
 */
import Button from '@mui/material/Button';
import { lazy, Suspense } from 'react';
import { useHasRail } from '#web/lib/useHasRail.ts';
import { useIsTextKept } from '#web/lib/useKeptTexts.ts';
import { useCan, useSession } from '#web/lib/useMe.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { useHasUnsaved } from '#web/lib/useUnsaved.ts';
import { Banner } from '#web/ui/states/Banner.tsx';
import styles from './Notices.module.css';

// Lazy, so that the code that reads stored verification results is not part of the first load.
const AlarmBar = lazy(async () => ({
  default: (await import('#web/features/audit/seal/AlarmBar.tsx')).AlarmBar,
}));

const RecoveryBar = lazy(async () => ({
  default: (await import('#web/features/staff/RecoveryBar.tsx')).RecoveryBar,
}));

/** @param begun the version with which this page was loaded */
export function Notices({ begun }: { begun: string }) {
  const verifies = useCan('audit.verify').ok;
  const decides = useCan('staff.decide_recovery').ok;
  const hasRail = useHasRail();
  const online = useOnline();
  return (
    <div className={styles.notices}>
      {hasRail && !online && (
        <Banner tone="warning">
          <OfflineWords />
        </Banner>
      )}
      {online && <NewVersion begun={begun} />}
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
    </div>
  );
}

export function OfflineWords() {
  const { t } = useT();
  return t(useIsTextKept() ? 'state.offline_kept' : 'state.offline');
}

/** Reloading is not offered while unsaved text would be lost. */
function NewVersion({ begun }: { begun: string }) {
  const { t } = useT();
  const { version } = useSession();
  const unsaved = useHasUnsaved();
  if (version === begun) return null;
  return (
    <Banner action={unsaved ? null : <Button onClick={() => location.reload()}>{t('common.reload')}</Button>}>
      {t('state.stale_build')} {unsaved && t('banner.stale_held')}
    </Banner>
  );
}
