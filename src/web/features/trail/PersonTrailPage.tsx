/**
 * The trail of one person, found by the e-mail, phone or IIN that person gives. The value is sent in a POST body,
 * because URLs are kept in histories and logs. The response contains request numbers and no data of the person.
 */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { findPersonTrail } from '#contract/trails.ts';
import { useChange } from '#web/api/mutate.ts';
import { meantBy } from '#web/lib/search-words.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { LookupForm } from '#web/ui/fields/LookupForm.tsx';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { PersonTrailView } from './PersonTrailView.tsx';
import styles from './TrailPage.module.css';

export function Component() {
  const { t, format } = useT();
  const year = Number(useToday().slice(0, 4));
  const [typed, setTyped] = useState('');
  const [unclear, setUnclear] = useState(false);
  const search = useChange(findPersonTrail);
  const submit = () => {
    const meant = meantBy(typed, year);
    const value = meant && 'kind' in meant ? meant : null;
    setUnclear(value === null);
    if (value === null) search.reset();
    else search.mutate({ body: value });
  };
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
      <LookupForm
        label={t('person_trail.label')}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setUnclear(false);
        }}
        onSubmit={submit}
        unclear={unclear}
        busy={search.isPending}
        error={search.error}
      />
      {found && found.references.length === 0 && <EmptyState title={t('person_trail.none')} />}
      {found && found.references.length > 0 && <PersonTrailView trail={found} />}
    </>
  );
}
