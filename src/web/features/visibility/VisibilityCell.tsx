/** One cell of the visibility table; it lists both tracks if they differ. */
import type { Role } from '#domain/access/roles.ts';
import { type Cell, cellOf } from '#domain/access/visibility.ts';
import type { FieldClass } from '#domain/request/fields.ts';
import type { Track } from '#domain/request/types.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './Visibility.module.css';

type VisibilityCellProps = { fieldClass: FieldClass; role: Role };
const TRACKS: readonly Track[] = ['support', 'officer'];

export function VisibilityCell({ fieldClass, role }: VisibilityCellProps) {
  const { t } = useT();
  const [here, there] = TRACKS.map((track) => cellOf(fieldClass, role, track));
  if (!here || !there) return null;
  if (JSON.stringify(here) === JSON.stringify(there)) return <CellWords cell={here} />;
  return (
    <>
      {TRACKS.map((track) => (
        <div key={track} className={styles.track}>
          <small>{t(`visibility.track_${track}`)}</small>
          <CellWords cell={cellOf(fieldClass, role, track)} />
        </div>
      ))}
    </>
  );
}

const LEVEL_ICON = { clear: 'eye', masked: 'half', hidden: 'lock' } as const;

function CellWords({ cell }: { cell: Cell }) {
  const { t } = useT();
  const more = [
    cell.reveal && (cell.reveal.length > 0 ? t('visibility.reveal_if') : t('visibility.reveal')),
    cell.compare && t('visibility.compare'),
    cell.except && t(`visibility.${cell.except}`),
  ].filter((words) => typeof words === 'string');
  return (
    <>
      <span className={styles[cell.level]}>
        <Icon name={LEVEL_ICON[cell.level]} size={13} /> {t(`level.${cell.level}`)}
      </span>
      {more.map((words) => (
        <small key={words}>{words}</small>
      ))}
    </>
  );
}
