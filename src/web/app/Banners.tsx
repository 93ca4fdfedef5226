/** States of the whole page: no connection, or a newer version that waits until nothing would be lost. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSession } from '#web/lib/useMe.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { useHasUnsaved } from '#web/lib/useUnsaved.ts';
import { Banner } from '#web/ui/states/Banner.tsx';

export function Banners() {
  const { t } = useT();
  const online = useOnline();
  const { version } = useSession();
  const [begun] = useState(version);
  const unsaved = useHasUnsaved();
  return (
    <>
      {!online && <Banner tone="warning">{t('state.offline')}</Banner>}
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
