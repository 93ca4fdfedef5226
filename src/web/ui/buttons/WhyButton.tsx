/** A button that explains why it cannot be used instead of being hidden. It stays focusable, also while busy. */
import Button, { type ButtonProps } from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, useId } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { Spoken } from '../text/Spoken.tsx';
import styles from './WhyButton.module.css';

type WhyButtonProps = Pick<ButtonProps, 'variant' | 'color' | 'type' | 'size'> & {
  /** Why the button is off, as a sentence in the page's language; null when it is on. */
  why?: string | null;
  busy?: boolean;
  /** Works offline, because it only opens something. */
  local?: boolean;
  onClick?: () => void;
  children: ReactNode;
};

export function WhyButton({
  why,
  busy = false,
  local = false,
  onClick,
  children,
  ...button
}: WhyButtonProps) {
  const { t } = useT();
  const online = useOnline();
  const reason = useId();
  const said = why ?? (online || local ? null : t('state.offline_action'));
  const off = said !== null;
  return (
    <Tooltip title={said ?? ''} describeChild>
      <Button
        {...button}
        // Not `disabled`, which would take the focus and the tooltip with the reason away.
        aria-disabled={off || busy || undefined}
        aria-busy={busy || undefined}
        aria-describedby={off ? reason : undefined}
        className={classNames(off && styles.off, busy && styles.busy)}
        onClick={(event) => {
          if (off || busy) event.preventDefault();
          else onClick?.();
        }}
      >
        {children}
        {busy && <CircularProgress className={styles.turning ?? ''} size={16} aria-hidden />}
        {off && <Spoken id={reason}>{said}</Spoken>}
      </Button>
    </Tooltip>
  );
}
