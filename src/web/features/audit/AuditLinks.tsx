/** The auditor's other pages, each for whoever holds its right. */
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import { paths } from '#web/app/paths.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';

export function AuditLinks() {
  const { t } = useT();
  const { roles } = useMe();
  return LINKS.filter(({ right }) => holds(roles, right)).map(({ to, label }) => (
    <Button key={to} component={Link} to={to} variant="text">
      {t(label)}
    </Button>
  ));
}

const LINKS = [
  { to: paths.personTrail(), label: 'person_trail.tab', right: 'audit.person_trail' },
  { to: paths.auditSample(), label: 'sample.tab', right: 'audit.sample' },
  { to: paths.auditRoles(), label: 'roles.tab', right: 'audit.roles' },
  { to: paths.auditExports(), label: 'exports.tab', right: 'audit.exports' },
] as const satisfies readonly { to: string; label: string; right: Action }[];
