/**
 * The actions beside the log's title: links to related pages, each shown with its permission, and the refresh button.
 */
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRevalidator } from 'react-router';
import { countAuditDays } from '#contract/audit-days.ts';
import { getAuditSeal } from '#contract/audit-seal.ts';
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import { paths } from '#web/app/paths.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';

export function AuditActions() {
  const { t } = useT();
  const { roles } = useMe();
  return (
    <>
      {LINKS.filter(({ right }) => holds(roles, right)).map(({ to, label }) => (
        <Button key={to} component={Link} to={to} variant="text">
          {t(label)}
        </Button>
      ))}
      <Button component={Link} to={paths.eventTypes()} variant="text">
        {t('registry.tab')}
      </Button>
      <RefreshButton />
    </>
  );
}

const LINKS = [
  { to: paths.personTrail(), label: 'person_trail.tab', right: 'audit.person_trail' },
  { to: paths.auditSample(), label: 'sample.tab', right: 'audit.sample' },
  { to: paths.auditRoles(), label: 'roles.tab', right: 'audit.roles' },
  { to: paths.auditExports(), label: 'exports.tab', right: 'audit.exports' },
] as const satisfies readonly { to: string; label: string; right: Action }[];

/** Reloads the log on request. There are no live updates, because the server logs each reading of the log. */
function RefreshButton() {
  const { t } = useT();
  const { revalidate, state } = useRevalidator();
  const client = useQueryClient();
  const refresh = async () => {
    // Marks the counts as stale, else the loader would use the cached ones.
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
