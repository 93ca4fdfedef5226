/**
 * A random sample of closed requests for the yearly audit. The seed is in the URL, so each viewer gets the same sample.
 */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, redirect, useNavigate } from 'react-router';
import { drawAuditSample } from '#contract/audit-yearly.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { open, queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { parseQuery, withQuery } from '#web/lib/url-query.ts';
import { systemClock, useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useUrlQuery } from '#web/lib/useUrlQuery.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { sampleColumns } from './sample-columns.tsx';
import { askedOf, newSeed, SampleUrl, SIZES, yearAsked } from './sample-query.ts';
import styles from './Yearly.module.css';

export const loader =
  (client: QueryClient) =>
  async ({ request }: LoaderFunctionArgs): Promise<Response | null> => {
    const params = new URL(request.url).searchParams;
    const asked = askedOf(parseQuery(params, SampleUrl), civilDateAt(systemClock()));
    // The first seed is random, so that the auditor does not choose the sample.
    if (!asked) return redirect(`${paths.auditSample()}?${withQuery(params, { seed: newSeed() })}`);
    await open(client, drawAuditSample, { query: asked });
    return null;
  };

export function Component() {
  const { t, format } = useT();
  const today = useToday();
  const navigate = useNavigate();
  const { query, setQuery } = useUrlQuery(SampleUrl);
  const asked = askedOf(query, today) ?? { from: today, to: today, size: query.size, seed: 0 };
  const { population, items } = useSuspenseQuery(queryOf(drawAuditSample, { query: asked })).data;
  const period = { from: format.date(asked.from), to: format.date(asked.to) };
  return (
    <>
      <PageTitle
        tab={t('sample.tab')}
        actions={
          <span className={styles.tools}>
            <Button onClick={() => setQuery({ seed: newSeed() })}>{t('sample.new_seed')}</Button>
            <Button onClick={() => print()}>{t('common.print')}</Button>
          </span>
        }
      >
        <span role="status">
          {t('sample.title', {
            drawn: format.number(items.length),
            population: format.number(population),
            seed: String(asked.seed),
          })}
        </span>
      </PageTitle>
      <p className={styles.lead}>{t('sample.lead', period)}</p>
      <div className={styles.choices}>
        <SelectField
          label={t('sample.year')}
          optional="unsaid"
          value={query.from && query.to ? '' : String(yearAsked(query, today))}
          {...(query.from && query.to ? { placeholder: t('sample.period', period) } : {})}
          options={yearsBefore(today).map((year) => ({ value: year, label: year }))}
          onChange={(event) => setQuery({ year: event.target.value, from: null, to: null })}
        />
        <SelectField
          label={t('sample.size')}
          optional="unsaid"
          value={String(query.size)}
          options={sizesWith(query.size).map((size) => ({ value: String(size), label: String(size) }))}
          onChange={(event) => setQuery({ size: Number(event.target.value) })}
        />
      </div>
      <div className={styles.table}>
        <DataTable
          label={t('sample.tab')}
          columns={sampleColumns}
          rows={items}
          rowId={({ id }) => id}
          rowName={({ reference, type, promise }) =>
            `${reference}, ${t(`type.${type}`)}, ${t(`sample.promise.${promise}`)}`
          }
          onOpen={({ reference }) => void navigate(paths.trail(reference))}
          empty={<EmptyState title={t('sample.empty')} />}
        />
      </div>
    </>
  );
}

function yearsBefore(today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: 6 }, (_, back) => String(year - back));
}

/** The usual sizes, plus one that the URL names. */
function sizesWith(size: number): readonly number[] {
  return [...new Set<number>([...SIZES, size])].toSorted((a, b) => a - b);
}
