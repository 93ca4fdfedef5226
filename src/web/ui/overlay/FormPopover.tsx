/** A small form in a popover at its anchor (filters, a day to go to): fields in two columns, buttons at the end. */
import Popover from '@mui/material/Popover';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import styles from './FormPopover.module.css';

type FormPopoverProps = {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  /** The edge of the anchor it is aligned with. */
  edge?: 'left' | 'right';
  /** For a form of one field. */
  narrow?: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
};

export function FormPopover({
  anchor,
  label,
  edge = 'left',
  narrow = false,
  onSubmit,
  onClose,
  children,
}: FormPopoverProps) {
  return (
    <Popover
      open
      anchorEl={() => anchor.current ?? document.body}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: edge }}
      transformOrigin={{ vertical: 'top', horizontal: edge }}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-label': label } }}
    >
      <form className={classNames(styles.form, narrow && styles.narrow)} onSubmit={onSubmit}>
        {children}
      </form>
    </Popover>
  );
}

export function FieldPairs({ children }: { children: ReactNode }) {
  return <div className={styles.pairs}>{children}</div>;
}

export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
