/** The frame around a list and, while a row is open, the SidePanel beside it. */
import type { ReactNode } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import styles from './PanelFrame.module.css';

type PanelFrameProps = {
  /** Sets `--panel-width` and the list's `--row-height`. */
  className: string | undefined;
  children: ReactNode;
  /** Null while no row is open. */
  panel: ReactNode;
};

export function PanelFrame({ className, children, panel }: PanelFrameProps) {
  return (
    <div className={classNames(styles.frame, panel !== null && styles.withPanel, className)}>
      {children}
      {panel}
    </div>
  );
}
