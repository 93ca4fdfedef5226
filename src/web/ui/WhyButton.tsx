/** A button that says why it cannot be pressed instead of going away; it keeps the focus, so that the why can be reached. */
import Button, { type ButtonProps } from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, useId } from 'react';
import { useOnline } from '../lib/useOnline.ts';
import { useT } from '../lib/useT.ts';
import styles from './WhyButton.module.css';

type WhyButtonProps = Pick<ButtonProps, 'variant' | 'color' | 'type' | 'size'> & {
  /** A sentence ready to read; null where nothing stands in the way. */
  why?: string | null;
  busy?: boolean;
  /** Works without a connection: it only opens something. */
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
        loading={busy}
        aria-disabled={off || undefined}
        aria-describedby={off ? reason : undefined}
        className={off ? styles.off : undefined}
        onClick={(event) => {
          if (off) event.preventDefault();
          else onClick?.();
        }}
      >
        {children}
        {off && (
          <span id={reason} className={styles.reason}>
            {said}
          </span>
        )}
      </Button>
    </Tooltip>
  );
}
