/** The details of a row, beside the list and not over it; Escape closes the panel, and the row gets the focus back. */
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './SidePanel.module.css';

type SidePanelProps = {
  title: ReactNode;
  /** Codes and numbers, below the title in small monospace. */
  subtitle?: ReactNode;
  children: ReactNode;
  onClose: () => void;
};

export function SidePanel({ title, subtitle, children, onClose }: SidePanelProps) {
  const { t } = useT();
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const before = document.activeElement;
    // No scrolling, because the panel is beside the row that was opened.
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // Handles keys that bubble from its controls; the panel itself is not a control.
    <aside
      ref={panel}
      className={styles.panel}
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.code === 'Escape' && !event.defaultPrevented) close.current();
      }}
    >
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <IconButton size="small" aria-label={t('panel.close')} onClick={onClose}>
          <Icon name="cross" />
        </IconButton>
      </div>
      {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
      {children}
    </aside>
  );
}
