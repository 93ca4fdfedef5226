/** A key as it is drawn on the keyboard; decoration for the eye, the help page lists keys for everyone. */
import { capsOf } from '../lib/hotkeys.ts';
import styles from './Kbd.module.css';

type KbdProps = {
  /** As in a hotkey: `KeyJ`, `Ctrl+Enter`, `KeyG KeyI`. */
  keys: string;
  /** Between the strokes of a sequence. */
  then?: string;
};

const MAC = navigator.platform.startsWith('Mac');

export function Kbd({ keys, then }: KbdProps) {
  return (
    <span className={styles.keys}>
      {capsOf(keys, MAC).map((caps, stroke) => (
        <span key={caps.join('+')} className={styles.stroke}>
          {stroke > 0 && then && <span className={styles.then}>{then}</span>}
          {caps.map((cap) => (
            <kbd key={cap} className={styles.key}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
