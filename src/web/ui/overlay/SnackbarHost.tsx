/**
 * Shows one notice at a time; a new one replaces the last. The timer stops while the pointer or the focus is on it
 * (WCAG 2.2.1).
 */
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { type Notice, SnackbarContext } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './SnackbarHost.module.css';

const LASTS_MS = 6000;

type SnackbarHostProps = { children: ReactNode };

export function SnackbarHost({ children }: SnackbarHostProps) {
  const announce = useAnnounce();
  const [notice, setNotice] = useState<Notice | null>(null);
  const notify = useCallback(
    (next: Notice) => {
      setNotice(next);
      announce(next.text);
    },
    [announce],
  );
  return (
    <SnackbarContext value={notify}>
      {children}
      {notice && <Note notice={notice} onClose={() => setNotice(null)} />}
    </SnackbarContext>
  );
}

function Note({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useT();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // An error stays until it is closed, so that it cannot be missed.
    if (held || notice.tone === 'error') return;
    const timer = setTimeout(onClose, notice.lasts ?? LASTS_MS);
    return () => clearTimeout(timer);
  }, [held, notice, onClose]);
  const { action } = notice;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the timer, there is nothing to operate
    <div
      className={classNames(styles.note, notice.tone === 'error' && styles.error)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{notice.text}</span>
      {action && (
        <Button
          variant="text"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" aria-label={t('common.close')} onClick={onClose}>
        <Icon name="cross" size={13} />
      </IconButton>
    </div>
  );
}
