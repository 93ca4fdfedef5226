/** Draws the keys of a hotkey as key caps. */
import { classNames } from '#web/lib/class-names.ts';
import { capsOf } from '#web/lib/hotkeys.ts';
import styles from './Kbd.module.css';

type KbdProps = {
  /** As in a hotkey: `KeyJ`, `Ctrl+Enter`, `KeyG KeyI`. */
  keys: string;
  /** The word between the strokes of a sequence. */
  then?: string;
  /** Set beside a label; hidden on devices without a keyboard. */
  beside?: boolean;
};

const MAC = navigator.platform.startsWith('Mac');

export function Kbd({ keys, then, beside = false }: KbdProps) {
  return (
    <span className={classNames(styles.keys, beside && styles.beside)}>
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
