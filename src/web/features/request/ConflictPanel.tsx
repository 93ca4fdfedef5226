/**
 * "Dana changed status and assignee at 14:03". The page shows the other person's version; the form keeps one's own
 * input.
 */
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './ConflictPanel.module.css';
import { conflictWords } from './conflict-lines.ts';
import type { Conflict } from './useRequestChange.ts';

type ConflictPanelProps = {
  conflict: Conflict;
  /** Label of the button that sends one's own change again. */
  again: string;
};

export function ConflictPanel({ conflict, again }: ConflictPanelProps) {
  const translator = useT();
  const { t, format } = translator;
  const { who, at, lines, letters } = conflictWords(conflict, translator);
  return (
    <div className={styles.panel} role="alert">
      <p className={styles.title}>
        <Icon name="warning" size={13} />
        {who && at ? t('request.conflict_by', { who, when: at }) : t('request.conflict')}
      </p>
      {letters > 0 && <p>{t('request.conflict_letters', { n: format.number(letters) })}</p>}
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map(({ field, before, now }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{t('request.from_to', { from: before, to: now })}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{t('request.conflict_hint', { button: again })}</p>
    </div>
  );
}
