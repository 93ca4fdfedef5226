/** The password rules, shown before typing. Only the length is checked here; the server checks the rest. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import styles from './Form.module.css';

/** Least length in characters without a second factor (NIST SP 800-63B §3.1.1.2). */
const SHORTEST = 15;

export function PasswordRules({ password }: { password: string }) {
  const { t } = useT();
  const long = [...password.normalize('NFC')].length >= SHORTEST;
  return (
    <ul className={styles.rules}>
      <li className={classNames(styles.rule, long && styles.met)}>
        <span className={styles.mark}>{long ? <Icon name="tick" size={12} /> : '·'}</span>
        <span>
          {t('link.rule_length', { min: SHORTEST })}
          {long && <Spoken>, {t('link.rule_met')}</Spoken>}
        </span>
      </li>
      {(['link.rule_common', 'link.rule_own', 'link.rule_free'] as const).map((rule) => (
        <li key={rule} className={styles.rule}>
          <span className={styles.mark}>·</span>
          {t(rule)}
        </li>
      ))}
    </ul>
  );
}
