/** A state that concerns the whole page, above its content: offline, a new version, a log that failed verification. */
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
