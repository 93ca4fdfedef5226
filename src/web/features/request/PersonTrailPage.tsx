/**
 * Everything that touched one person, found by what the person says of himself. The value is posted, never put into the
 * URL; the answer holds numbers of requests and no data of the person.
 */
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { findPersonTrail } from '#contract/trails.ts';
import { useChange } from '#web/api/mutate.ts';
import { meantBy } from '#web/lib/search-words.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { PersonTrailView } from './trail/PersonTrailView.tsx';
import styles from './trail/TrailPage.module.css';

export function Component() {
  const { t, format } = useT();
  const { textOf, faultsOf } = useProblemText();
  const year = Number(useToday().slice(0, 4));
  const [typed, setTyped] = useState('');
  const [unclear, setUnclear] = useState(false);
  const search = useChange(findPersonTrail);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const meant = meantBy(typed, year);
    const value = meant && 'kind' in meant ? meant : null;
    setUnclear(value === null);
    if (value === null) search.reset();
    else if (!search.isPending) search.mutate({ body: value });
  };
  const fault = unclear ? t('lookup.unclear') : faultsOf(search.error).value;
  const found = search.data;
  return (
    <>
      <PageTitle
        tab={t('person_trail.tab')}
        actions={
          found && (
            <span className={styles.print}>
              <Button onClick={() => print()}>{t('common.print')}</Button>
            </span>
          )
        }
      >
        <span role="status">
          {found
            ? t('person_trail.found', { count: format.number(found.references.length) })
            : t('person_trail.title')}
        </span>
      </PageTitle>
      <p className={styles.lead}>{t('person_trail.lead')}</p>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          label={t('person_trail.label')}
          optional="unsaid"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setUnclear(false);
          }}
          autoComplete="off"
          spellCheck={false}
          error={fault}
        />
        <Button
          type="submit"
          variant="contained"
          aria-disabled={search.isPending}
          className={styles.submit ?? ''}
        >
          {t('lookup.submit')}
        </Button>
      </form>
      {search.error && fault === undefined && (
        <p role="alert" className={styles.alert}>
          {textOf(search.error)}
        </p>
      )}
      {found && found.references.length === 0 && <EmptyState title={t('person_trail.none')} />}
      {found && found.references.length > 0 && <PersonTrailView trail={found} />}
    </>
  );
}
