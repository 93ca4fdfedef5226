/** A state of the whole page, above everything: offline, a new version, a session about to end. */
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './Banner.module.css';
import { Icon } from './Icon.tsx';

type BannerProps = { tone?: 'plain' | 'warning'; children: ReactNode; action?: ReactNode };

export function Banner({ tone = 'plain', children, action }: BannerProps) {
  return (
    <div className={classNames(styles.banner, tone === 'warning' && styles.warning)} role="status">
      {tone === 'warning' && <Icon name="warning" />}
      <span className={styles.text}>{children}</span>
      {action}
    </div>
  );
}
