/** "3 of 40" with links to the previous and next request; renders nothing if the page was not opened from a list. */
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { Link } from 'react-router';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { useQueue } from '../useQueue.ts';
import styles from './QueueNav.module.css';

export function QueueNav() {
  const { t, format } = useT();
  const { place, go, back } = useQueue();
  if (!place) return null;
  const total = `${format.number(place.total)}${place.capped ? '+' : ''}`;
  return (
    <nav className={styles.nav} aria-label={t('request.queue')}>
      <Link to={back} className={styles.place} aria-label={t('request.queue_back')}>
        {t('common.position', { index: format.number(place.index), total })}
      </Link>
      <Way icon="left" keys="KeyK" to={place.previous} onGo={go} name={t('common.previous')} />
      <Way icon="right" keys="KeyJ" to={place.next} onGo={go} name={t('common.next')} />
    </nav>
  );
}

type WayProps = {
  icon: 'left' | 'right';
  keys: string;
  to: string | null;
  onGo: (reference: string | null) => void;
  name: string;
};

function Way({ icon, keys, to, onGo, name }: WayProps) {
  const { t } = useT();
  return (
    <Tooltip title={to ?? t('request.queue_end')}>
      <Button
        aria-label={to ? `${name}: ${to}` : name}
        aria-disabled={to === null || undefined}
        className={to === null ? styles.off : undefined}
        onClick={() => onGo(to)}
      >
        <Icon name={icon} size={13} />
        <span className={styles.key}>
          <Kbd keys={keys} />
        </span>
      </Button>
    </Tooltip>
  );
}
