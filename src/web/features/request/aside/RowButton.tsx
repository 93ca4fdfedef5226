/** A quiet button at the end of a row. */
import Button from '@mui/material/Button';
import type { ReactNode, Ref } from 'react';
import styles from './Aside.module.css';

type RowButtonProps = {
  ref?: Ref<HTMLButtonElement>;
  /** Which field it is about, for whoever hears the button alone. */
  name: string;
  /** Why it does not work now. */
  why: string | null;
  expanded?: boolean;
  /** What the key V presses. */
  reveals?: boolean;
  onClick: () => void;
  children: ReactNode;
};

export function RowButton({ ref, name, why, expanded, reveals = false, onClick, children }: RowButtonProps) {
  return (
    <Button
      ref={ref}
      variant="text"
      size="small"
      className={styles.button}
      aria-label={name}
      aria-expanded={expanded}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      data-reveals={reveals || undefined}
      onClick={() => {
        if (why === null) onClick();
      }}
    >
      {children}
    </Button>
  );
}
