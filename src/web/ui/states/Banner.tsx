/** A state of the whole page, above everything: offline, a new version, a log that cannot be trusted. */
import type { ReactNode } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './Banner.module.css';

type BannerProps = { tone?: 'plain' | 'warning' | 'danger'; children: ReactNode; action?: ReactNode };

export function Banner({ tone = 'plain', children, action }: BannerProps) {
  return (
    <div
      className={classNames(styles.banner, tone !== 'plain' && styles[tone])}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      {tone !== 'plain' && <Icon name="warning" />}
      <span className={styles.text}>{children}</span>
      {action}
    </div>
  );
}
