/** A button that says why it cannot be pressed instead of going away; it keeps the focus, so that the why can be reached. */
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, useId } from 'react';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './ActionButton.module.css';
import type { Verdict } from './useRequest.ts';

type ActionButtonProps = {
  verdict?: Verdict;
  onClick: () => void;
  children: ReactNode;
  primary?: boolean;
  /** A quiet one, inside a row. */
  text?: boolean;
  busy?: boolean;
  /** Works without a connection: it only opens something. */
  local?: boolean;
  name?: string;
};

export function ActionButton(props: ActionButtonProps) {
  const {
    verdict = OPEN,
    onClick,
    children,
    primary = false,
    text = false,
    busy = false,
    local = false,
  } = props;
  const why = useWhyNot(verdict, local);
  const reason = useId();
  const off = why !== null;
  return (
    <Tooltip title={why ?? ''} describeChild>
      <Button
        variant={text ? 'text' : primary ? 'contained' : 'outlined'}
        aria-disabled={off || busy || undefined}
        aria-describedby={off ? reason : undefined}
        aria-label={props.name}
        className={off ? (primary ? styles.primaryOff : styles.off) : undefined}
        onClick={() => {
          if (!off && !busy) onClick();
        }}
      >
        {children}
        {off && (
          <span id={reason} className={styles.reason}>
            {why}
          </span>
        )}
      </Button>
    </Tooltip>
  );
}

/** In words; null where nothing stands in the way. */
export function useWhyNot({ ok, why }: Verdict, local = false): string | null {
  const { t, label } = useT();
  const online = useOnline();
  if (!ok) return label(`why.${why}`, t('error.forbidden'));
  return online || local ? null : t('state.offline_action');
}

const OPEN: Verdict = { ok: true, why: null };
