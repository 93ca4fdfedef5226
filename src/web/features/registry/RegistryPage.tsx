/** The registry of event types: code, meaning in three languages, severity, retention. */
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { REGISTRY } from '#domain/audit/registry.ts';
import { paths } from '#web/app/paths.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { useUrlQuery } from '#web/lib/useUrlQuery.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import styles from './Registry.module.css';
import { RegistryTable } from './RegistryTable.tsx';
import { registryRows } from './registry-search.ts';

const RegistryUrl = z.object({ q: z.string().max(80).optional() });

export function Component() {
  const words = useT();
  const { t, format } = words;
  const { query, setQuery } = useUrlQuery(RegistryUrl);
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([{ keys: 'KeyF', label: 'registry.search', group: 'list', run: () => field.current?.select() }]);
  const readsLog = useCan('audit.list').ok;
  const rows = registryRows(query.q ?? '', words);
  const all = format.number(REGISTRY.length);
  return (
    <>
      <PageTitle
        tab={t('registry.tab')}
        actions={
          readsLog && (
            <Button component={Link} to={paths.audit()}>
              {t('nav.audit')}
            </Button>
          )
        }
      >
        <span role="status">
          {rows.length === REGISTRY.length
            ? t('registry.title', { count: all })
            : t('registry.found', { count: format.number(rows.length), all })}
        </span>
      </PageTitle>
      <p className={styles.lead}>{t('registry.lead')}</p>
      <search className={styles.search}>
        <TextField
          ref={field}
          optional="unsaid"
          label={t('registry.search')}
          placeholder={t('registry.search_placeholder')}
          // Uncontrolled, because typing can be faster than the updates of the URL.
          defaultValue={query.q ?? ''}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          onChange={(event) => setQuery({ q: event.target.value }, { replace: true })}
        />
      </search>
      {rows.length > 0 ? <RegistryTable rows={rows} /> : <EmptyState title={t('registry.none')} />}
    </>
  );
}
