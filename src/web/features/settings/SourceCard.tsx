/** One site: the number of requests received from it, its secrets, and buttons to create and revoke one. */
import { useState } from 'react';
import {
  type IntakeSource,
  listIntakeSources,
  readSettings,
  revokeIntakeSecret,
} from '#contract/settings.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { SecretRow } from './SecretRow.tsx';
import styles from './Settings.module.css';
import { inOrder, type Secret, working } from './source-words.ts';

type SourceCardProps = { source: IntakeSource; busy: boolean; onAnother: () => void };

export function SourceCard({ source, busy, onAnother }: SourceCardProps) {
  const { t, format } = useT();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const [ending, setEnding] = useState<Secret | null>(null);
  const revoke = useChange(revokeIntakeSecret, {
    refreshes: [listIntakeSources, readSettings],
    onSuccess: () => {
      setEnding(null);
      notify({ text: t('settings.intake.revoked') });
    },
  });
  // Without a valid secret the site can file no more requests, so the dialog warns of that.
  const last = ending !== null && working(source.secrets).length === 1;
  return (
    <section className={styles.card} aria-labelledby={`source-${source.id}`}>
      <div className={styles.cardHead}>
        <h2 id={`source-${source.id}`}>{source.name}</h2>
        <span className={styles.quiet}>
          {source.site && source.site !== source.name && `${source.site} · `}
          {t('settings.intake.received', { count: format.number(source.received) })}
        </span>
        <WhyButton busy={busy} onClick={onAnother}>
          {t('settings.intake.another')}
        </WhyButton>
      </div>
      {source.secrets.length === 0 ? (
        <p className={styles.note}>{t('settings.intake.no_secrets')}</p>
      ) : (
        <ul className={styles.secrets}>
          {inOrder(source.secrets).map((secret) => (
            <SecretRow key={secret.id} secret={secret} onRevoke={() => setEnding(secret)} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={ending !== null}
        danger
        title={t('settings.intake.revoke_title', { hint: `…${ending?.hint ?? ''}` })}
        confirm={t('settings.intake.revoke')}
        busy={revoke.isPending}
        error={revoke.error ? textOf(revoke.error) : null}
        onConfirm={() => ending && revoke.mutate({ params: { id: ending.id } })}
        onClose={() => setEnding(null)}
      >
        <p>{t(last ? 'settings.intake.revoke_last' : 'settings.intake.revoke_text')}</p>
        {ending?.lastUsedAt && (
          <p>{t('settings.intake.last_used', { moment: format.dateTime(ending.lastUsedAt) })}</p>
        )}
      </ConfirmDialog>
    </section>
  );
}
