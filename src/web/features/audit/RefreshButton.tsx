/** The log is not live: it is read again when somebody asks for it, because reading it is an entry in it. */
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useRevalidator } from 'react-router';
import { countAuditDays } from '#contract/audit-days.ts';
import { getAuditSeal } from '#contract/audit-seal.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';

export function RefreshButton() {
  const { t } = useT();
  const { revalidate, state } = useRevalidator();
  const client = useQueryClient();
  const refresh = async () => {
    // The loader counts the days again only where they may have changed.
    await client.invalidateQueries({ queryKey: [countAuditDays.id], refetchType: 'none' });
    void client.refetchQueries({ queryKey: [getAuditSeal.id] });
    await revalidate();
  };
  useHotkeys([{ keys: 'Shift+KeyR', label: 'audit.refresh', group: 'list', run: () => void refresh() }]);
  return (
    <Button onClick={() => void refresh()} loading={state === 'loading'}>
      {t('audit.refresh')}
      <Kbd keys="Shift+KeyR" beside />
    </Button>
  );
}
