/** A number in a sentence that opens the rows it counts. Colour only where there is something to be alarmed about. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '#web/lib/class-names.ts';
import styles from '../text/PageTitle.module.css';

type CountLinkProps = { to: string; tone?: 'late' | 'today'; children?: ReactNode };

export function CountLink({ to, tone, children }: CountLinkProps) {
  return (
    <Link to={to} className={classNames(styles.count, tone && styles[tone])}>
      {children}
    </Link>
  );
}
