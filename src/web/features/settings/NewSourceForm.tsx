/** Creates a site together with its first secret. */
import { type FormEvent, useState } from 'react';
import type { createIntakeSecret } from '#contract/settings.ts';
import type { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { LeaveGuard } from '#web/ui/overlay/LeaveGuard.tsx';
import styles from './Settings.module.css';

type NewSourceFormProps = {
  create: ReturnType<typeof useChange<typeof createIntakeSecret>>;
  /** No site exists yet: the button is then the page's primary one. */
  first: boolean;
};

const EMPTY = { name: '', site: '' };
const SHORTEST_NAME = 2;

export function NewSourceForm({ create, first }: NewSourceFormProps) {
  const { t } = useT();
  const { textOf, faultsOf } = useProblemText();
  const [values, setValues] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const name = values.name.trim();
  const site = values.site.trim();
  const dirty = name !== '' || site !== '';
  useUnsaved(dirty);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.length < SHORTEST_NAME || create.isPending) return;
    setFailure(null);
    create.mutate(
      { body: { name, ...(site ? { site } : {}) } },
      {
        onSuccess: () => {
          setValues(EMPTY);
          setTried(false);
        },
        onError: setFailure,
      },
    );
  };
  const faults = faultsOf(failure);
  return (
    <form className={styles.card} onSubmit={submit} noValidate>
      <LeaveGuard when={dirty} />
      <h2 className={styles.cardTitle}>{t('settings.intake.new')}</h2>
      <div className={styles.two}>
        <TextField
          label={t('settings.intake.name')}
          hint={t('settings.intake.name_hint')}
          autoComplete="off"
          value={values.name}
          error={tried && name.length < SHORTEST_NAME ? t('fault.required') : faults.name}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
        <TextField
          label={t('settings.intake.site')}
          hint={t('settings.intake.site_hint')}
          optional
          autoComplete="off"
          value={values.site}
          error={faults.site}
          onChange={(event) => setValues({ ...values, site: event.target.value })}
        />
      </div>
      {failure !== null && Object.keys(faults).length === 0 && (
        <p role="alert" className={styles.fault}>
          {textOf(failure)}
        </p>
      )}
      <div>
        <WhyButton type="submit" variant={first ? 'contained' : 'outlined'} busy={create.isPending}>
          {t('settings.intake.create')}
        </WhyButton>
      </div>
    </form>
  );
}
