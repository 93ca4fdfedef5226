/**
 * The log as a strip: the verified part, the sealed part beyond it, and up to four dots for events waiting to be
 * sealed.
 */
import styles from './Seal.module.css';

type SealPictureProps = { verified: number; sealed: number; waiting: number };

/** px; a dot takes 7 px. */
const LENGTH = 56;
const MOST_DOTS = 4;

export function SealPicture({ verified, sealed, waiting }: SealPictureProps) {
  const share = sealed === 0 ? 0 : Math.min(1, verified / sealed);
  const dots = Array.from({ length: Math.min(waiting, MOST_DOTS) }, (_, at) => LENGTH + 7 + at * 7);
  const width = LENGTH + (dots.length > 0 ? dots.length * 7 + 3 : 0);
  return (
    <svg
      className={styles.picture}
      aria-hidden="true"
      focusable="false"
      viewBox={`0 0 ${width} 12`}
      width={width}
      height="12"
    >
      <rect className={styles.empty} x="0.5" y="3.5" width={LENGTH - 1} height="5" rx="2.5" />
      {sealed > 0 && <rect className={styles.sealed} y="3" width={LENGTH} height="6" rx="3" />}
      {share > 0 && (
        <rect className={styles.verified} y="3" width={Math.max(6, LENGTH * share)} height="6" rx="3" />
      )}
      {dots.map((x) => (
        <circle key={x} className={styles.dot} cx={x} cy="6" r="2" />
      ))}
    </svg>
  );
}
