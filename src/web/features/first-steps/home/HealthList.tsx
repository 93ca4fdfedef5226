/** The desk's health: a row each with its state, what was found, and the page where it is mended. */
import { Link } from 'react-router';
import type { HealthRow } from '#contract/health.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import styles from './Home.module.css';
import { HEALTH_ICONS, HEALTH_PLACES, healthSentence, inOrder } from './health.ts';

export function HealthList({ rows }: { rows: readonly HealthRow[] }) {
  return (
    <ul className={styles.rows}>
      {inOrder(rows).map((row) => (
        <Row key={row.check} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { row: HealthRow }) {
  const translator = useT();
  const { t } = translator;
  const { check, state } = row;
  const { to, right } = HEALTH_PLACES[check];
  const may = useCan(right).ok;
  const name = t(`health.check.${check}`);
  const go = t(state === 'fault' ? 'health.mend' : 'steps.look');
  return (
    <li className={classNames(styles.row, styles[state])}>
      <span className={styles.mark}>
        <Icon name={HEALTH_ICONS[state]} size={14} />
      </span>
      <span className={styles.name}>
        {name}
        <Spoken>: {t(`health.state.${state}`)}</Spoken>
      </span>
      <span className={styles.says}>{healthSentence(row, translator)}</span>
      {may && (
        <Link to={to} className={styles.place} aria-label={`${go}: ${name}`}>
          {go}
        </Link>
      )}
    </li>
  );
}
