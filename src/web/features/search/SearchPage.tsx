/**
 * Exact look-up by e-mail, phone or IIN. The search term is personal data: it is sent in a POST body and never put into
 * the URL, and the results are dropped with the page.
 */
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchRequests } from '#contract/requests-read.ts';
import { useChange } from '#web/api/mutate.ts';
import { paths } from '#web/app/paths.ts';
import { meantBy } from '#web/lib/search-words.ts';
import { useToday } from '#web/lib/useNow.ts';
import { takeSearch, useSearchWaiting } from '#web/lib/useSearchHandover.ts';
import { useT } from '#web/lib/useT.ts';
import { LookupForm } from '#web/ui/fields/LookupForm.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { Found } from './Found.tsx';
import styles from './SearchPage.module.css';

export function Component() {
  const { t } = useT();
  const navigate = useNavigate();
  const year = Number(useToday().slice(0, 4));
  const [typed, setTyped] = useState('');
  const [unclear, setUnclear] = useState(false);
  const search = useChange(searchRequests);
  const meant = meantBy(typed, year);
  const kind = meant && 'kind' in meant ? meant.kind : null;

  const run = (text: string) => {
    const wanted = meantBy(text, year);
    setUnclear(wanted === null);
    if (wanted === null) return search.reset();
    if ('reference' in wanted) return void navigate(paths.request(wanted.reference));
    search.mutate({ body: wanted });
  };
  // A term typed into the search box of the shell, possibly while this page is already open.
  const waiting = useSearchWaiting();
  const takeOver = useEffectEvent(() => {
    const handed = takeSearch();
    if (handed === null) return;
    setTyped(handed);
    run(handed);
  });
  useEffect(() => {
    if (waiting) takeOver();
  }, [waiting]);

  return (
    <>
      <PageTitle tab={t('lookup.title')}>{t('lookup.title')}</PageTitle>
      <LookupForm
        label={t('lookup.label')}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setUnclear(false);
        }}
        onSubmit={() => run(typed)}
        unclear={unclear}
        busy={search.isPending}
        error={search.error}
      >
        {kind && <p className={styles.kind}>{t('lookup.by', { kind: t(`lookup.kind.${kind}`) })}</p>}
        <p className={styles.note}>{t('lookup.explained')}</p>
      </LookupForm>
      {search.isPending && <p className={styles.note}>{t('lookup.busy')}</p>}
      {search.data && <Found page={search.data} />}
    </>
  );
}
