/** Time running out, as a bar and no more: the seconds are said once, when it starts, by whoever starts it. */
import { useInstant } from '#web/lib/useNow.ts';
import styles from './TimerBar.module.css';

type TimerBarProps = {
  /** ISO instants. */
  from: string;
  until: string;
};

export function TimerBar({ from, until }: TimerBarProps) {
  const now = useInstant(500).epochMilliseconds;
  const start = Temporal.Instant.from(from).epochMilliseconds;
  const end = Temporal.Instant.from(until).epochMilliseconds;
  const left = Math.max(0, Math.min(1, (end - now) / Math.max(1, end - start)));
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.left} style={{ transform: `scaleX(${left})` }} />
    </span>
  );
}
