/** A filter as a pill: a link or a button with its value, and a cross that removes it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './FilterChip.module.css';

type FilterChipProps = {
  label: string;
  /** After the label, in bold: "Who **anyone**". */
  value?: ReactNode;
  on?: boolean;
  keys?: ReactNode;
  onRemove?: () => void;
} & ({ to: string; onClick?: never } | { to?: never; onClick: () => void });

export function FilterChip({ label, value, on = false, keys, onRemove, to, onClick }: FilterChipProps) {
  const { t } = useT();
  const inside = (
    <>
      {label}
      {value !== undefined && <b>{value}</b>}
      {keys}
    </>
  );
  return (
    <span className={classNames(styles.chip, on && styles.on)}>
      {to === undefined ? (
        <button type="button" className={styles.main} aria-pressed={on} onClick={onClick}>
          {inside}
        </button>
      ) : (
        <Link to={to} className={styles.main} aria-current={on ? 'true' : undefined}>
          {inside}
        </Link>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('chip.remove', { name: label })}
          onClick={onRemove}
        >
          <Icon name="cross" size={11} />
        </button>
      )}
    </span>
  );
}
