/** The log is not live: it is read again when somebody asks for it, because reading it is an entry in it. */
import Button from '@mui/material/Button';
import { useRevalidator } from 'react-router';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/Kbd.tsx';
import styles from './Audit.module.css';

export function RefreshButton() {
  const { t } = useT();
  const { revalidate, state } = useRevalidator();
  useHotkeys([{ keys: 'Shift+KeyR', label: 'audit.refresh', group: 'list', run: () => void revalidate() }]);
  return (
    <Button onClick={() => void revalidate()} loading={state === 'loading'}>
      {t('audit.refresh')}
      <span className={styles.key}>
        <Kbd keys="Shift+KeyR" />
      </span>
    </Button>
  );
}
