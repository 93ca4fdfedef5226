/** One secret, identified by its last four characters: created, last used, revoked. */
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import styles from './Settings.module.css';
import type { Secret } from './source-words.ts';

type SecretRowProps = { secret: Secret; onRevoke: () => void };

export function SecretRow({ secret, onRevoke }: SecretRowProps) {
  const { t, format } = useT();
  const { hint, createdAt, createdBy, lastUsedAt, revokedAt } = secret;
  const made = { moment: format.dateTime(createdAt) };
  return (
    <li>
      <code className={revokedAt ? styles.dead : styles.mono}>…{hint}</code>
      <span className={styles.secretFacts}>
        <span>
          {createdBy
            ? t('settings.intake.made_by', { ...made, name: createdBy })
            : t('settings.intake.made', made)}
        </span>
        <span className={styles.quiet}>
          {lastUsedAt
            ? t('settings.intake.last_used', { moment: format.dateTime(lastUsedAt) })
            : t('settings.intake.never_used')}
        </span>
        {revokedAt && (
          <span className={styles.quiet}>
            {t('settings.intake.revoked_at', { moment: format.dateTime(revokedAt) })}
          </span>
        )}
      </span>
      {!revokedAt && (
        <WhyButton variant="text" onClick={onRevoke}>
          {t('settings.intake.revoke')}
        </WhyButton>
      )}
    </li>
  );
}
