/**
 * Sites that file requests by API, and their secrets. A secret is shown once; several are valid at once, for rotation.
 */
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { createIntakeSecret, listIntakeSources, readSettings } from '#contract/settings.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { NewSourceForm } from './NewSourceForm.tsx';
import styles from './Settings.module.css';
import { SourceCard } from './SourceCard.tsx';
import { intakeWords } from './source-words.ts';

const SecretDialog = lazy(async () => ({ default: (await import('./SecretDialog.tsx')).SecretDialog }));

export function IntakeSection() {
  const words = useT();
  const { t } = words;
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const { items } = useSuspenseQuery(queryOf(listIntakeSources, {})).data;
  const [secret, setSecret] = useState<string | null>(null);
  const create = useChange(createIntakeSecret, {
    // The settings contain the checklist of first steps, one of which is an intake secret.
    refreshes: [listIntakeSources, readSettings],
    onSuccess: (made) => setSecret(made.secret),
  });
  const another = (sourceId: string) =>
    create.mutate(
      { body: { sourceId } },
      { onError: (error) => notify({ text: textOf(error), tone: 'error' }) },
    );
  return (
    <div className={styles.form}>
      <p className={styles.state}>{intakeWords(items, words)}</p>
      <p className={styles.note}>{t('settings.intake.lead')}</p>
      {items.map((source) => (
        <SourceCard
          key={source.id}
          source={source}
          busy={create.isPending}
          onAnother={() => another(source.id)}
        />
      ))}
      <NewSourceForm create={create} first={items.length === 0} />
      {secret !== null && (
        <Suspense fallback={null}>
          <SecretDialog secret={secret} onClose={() => setSecret(null)} />
        </Suspense>
      )}
    </div>
  );
}
