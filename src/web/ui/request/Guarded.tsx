/** A guarded value as it crossed the wire: in full, as its hint, or as the bare fact that it is hidden. */
import type { ReactNode } from 'react';
import type { Guarded as GuardedValue } from '#domain/access/redact.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Masked.module.css';
import { Masked } from './Masked.tsx';

type GuardedProps<Value> = {
  /** null = nothing was given. */
  value: GuardedValue<Value> | null;
  /** How to show a value that may be seen; plain text needs none. */
  children?: (value: Value) => ReactNode;
  /** In place of a value that was never given. */
  absent?: ReactNode;
};

export function Guarded<Value>({ value, children, absent = '—' }: GuardedProps<Value>) {
  const { t } = useT();
  if (value === null) return <span className={styles.quiet}>{absent}</span>;
  if (value.shown) return <>{children ? children(value.value) : String(value.value)}</>;
  return <Masked>{value.hint ?? t('guarded.hidden')}</Masked>;
}
