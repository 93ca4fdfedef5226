/** Shows a guarded value as the server sent it: in full, as its masked hint, or only as hidden. */
import type { ReactNode } from 'react';
import type { Guarded as GuardedValue } from '#domain/access/redact.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Masked.module.css';
import { Masked } from './Masked.tsx';

type GuardedProps<Value> = {
  /** null when the request has no such value. */
  value: GuardedValue<Value> | null;
  /** Renders a visible value; plain text by default. */
  children?: (value: Value) => ReactNode;
  /** Shown when there is no value. */
  absent?: ReactNode;
};

export function Guarded<Value>({ value, children, absent = '—' }: GuardedProps<Value>) {
  const { t } = useT();
  if (value === null) return <span className={styles.quiet}>{absent}</span>;
  if (value.shown) return <>{children ? children(value.value) : String(value.value)}</>;
  return <Masked>{value.hint ?? t('guarded.hidden')}</Masked>;
}
