/** What saving the year would move: how many requests, whom to tell, and the dates one by one. */
import type { Rehearsal } from '#contract/calendar.ts';
import type { Translator } from '#i18n/translate.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Calendar.module.css';

type Row = Rehearsal['rows'][number];

export function RehearsalPanel({ rehearsal }: { rehearsal: Rehearsal }) {
  const translator = useT();
  const { t, format } = translator;
  const { days, moved, earlier, overdue, tell, rows } = rehearsal;
  return (
    <section className={styles.rehearsal} aria-labelledby="rehearsal">
      <h3 id="rehearsal" className={styles.title}>
        {t('settings.rehearsal.title')}
      </h3>
      <p>
        {days.length === 0
          ? t('settings.rehearsal.no_days')
          : moved === 0
            ? t('settings.rehearsal.none')
            : t('settings.rehearsal.moved', {
                moved: format.number(moved),
                earlier: format.number(earlier),
              })}
        {overdue > 0 && (
          <strong className={styles.late}>
            {' '}
            {t('settings.rehearsal.overdue', { count: format.number(overdue) })}
          </strong>
        )}
      </p>
      {moved > 0 && (
        <>
          <p className={styles.quiet}>{t('settings.rehearsal.promise')}</p>
          <h4 className={styles.title}>{t('settings.rehearsal.tell')}</h4>
          <ul className={styles.tell}>
            {tell.map((whom) => (
              <li key={whom.person?.id ?? whom.role}>
                {t('settings.rehearsal.tell_line', {
                  name: nameOf(whom, translator),
                  count: format.number(whom.requests),
                })}
              </li>
            ))}
          </ul>
          <Dates rows={rows} />
          {rows.length < moved && (
            <p className={styles.quiet}>
              {t('settings.rehearsal.first', { count: format.number(rows.length) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Dates({ rows }: { rows: readonly Row[] }) {
  const translator = useT();
  const { t, format } = translator;
  return (
    <table className={styles.dates}>
      <thead>
        <tr>
          <th scope="col">{t('settings.rehearsal.request')}</th>
          <th scope="col">{t('settings.rehearsal.date')}</th>
          <th scope="col">{t('settings.rehearsal.from_to')}</th>
          <th scope="col">{t('settings.rehearsal.whom')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          row.moves.map(({ what, from, to }, at) => (
            <tr key={`${row.reference} ${what}`} className={at === 0 ? styles.first : undefined}>
              <th scope="row" className={styles.number}>
                {at === 0 ? row.reference : <span className={styles.spoken}>{row.reference}</span>}
              </th>
              <td>{moveName(what, translator)}</td>
              <td className={styles.number}>
                {t('request.from_to', { from: format.weekdayDate(from), to: format.weekdayDate(to) })}
              </td>
              <td>{at === 0 && nameOf(row, translator)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function moveName(what: Row['moves'][number]['what'], { t }: Translator): string {
  if (what === 'act_by') return t('why_date.act_by');
  return what === 'target' ? t('why_date.target') : t('why_date.step', { step: t(`step.${what}`) });
}

function nameOf({ person, role }: Pick<Row, 'person' | 'role'>, { t }: Translator): string {
  return person?.name ?? (role ? t(`role.${role}`) : '');
}
