/** The columns of the staff list; beside an open member only name, roles and state remain. */
import type { StaffMember } from '#contract/staff.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table/table-columns.ts';
import { rolesWords } from './member-words.ts';
import styles from './Staff.module.css';

const column = columnsOf<StaffMember>();

const NAME = column.display({
  id: 'name',
  header: 'staff.column.name',
  cell: ({ row }) => <Name member={row.original} />,
  meta: { rowHeader: true, narrow: 'top' },
});
const EMAIL = column.display({
  id: 'email',
  header: 'staff.column.email',
  cell: ({ row }) => row.original.email,
  meta: { width: '21%' },
});
const ROLES = column.display({
  id: 'roles',
  header: 'staff.column.roles',
  cell: ({ row }) => <Roles member={row.original} />,
  meta: { width: '21%', narrow: 'bottom' },
});
const STATE = column.display({
  id: 'state',
  header: 'staff.column.state',
  cell: ({ row }) => <State member={row.original} />,
  meta: { width: '112px', narrow: 'top-end' },
});
const ENDS = column.display({
  id: 'endsOn',
  header: 'staff.column.ends',
  cell: ({ row }) => <Day day={row.original.endsOn} />,
  meta: { width: '104px' },
});
const SEEN = column.display({
  id: 'lastSeenAt',
  header: 'staff.column.seen',
  cell: ({ row }) => <Moment at={row.original.lastSeenAt} />,
  meta: { width: '152px' },
});
const OPEN = column.display({
  id: 'openRequests',
  header: 'staff.column.open',
  cell: ({ row }) => <Count n={row.original.openRequests} />,
  meta: { width: '96px' },
});

const WHOLE = [NAME, EMAIL, ROLES, STATE, ENDS, SEEN, OPEN];
const BESIDE_PANEL = [NAME, { ...ROLES, meta: { ...ROLES.meta, width: '42%' } }, STATE];

export function staffColumns(panelOpen: boolean) {
  return panelOpen ? BESIDE_PANEL : WHOLE;
}

function Name({ member: { name, me } }: { member: StaffMember }) {
  const { t } = useT();
  return (
    <>
      {name}
      {me && <span className={styles.quiet}> · {t('common.you')}</span>}
    </>
  );
}

function Roles({ member }: { member: StaffMember }) {
  const roles = rolesWords(member, useT());
  return <span title={roles}>{roles}</span>;
}

function State({ member: { state } }: { member: StaffMember }) {
  const { t } = useT();
  return (
    <span className={classNames(styles.state, state !== 'active' && styles[state])}>
      {t(`staff.state.${state}`)}
    </span>
  );
}

function Day({ day }: { day: string | null }) {
  const { format } = useT();
  return day === null ? <None /> : <time dateTime={day}>{format.date(day)}</time>;
}

function Moment({ at }: { at: string | null }) {
  const { format } = useT();
  return at === null ? <None /> : <time dateTime={at}>{format.dateTime(at)}</time>;
}

function Count({ n }: { n: number }) {
  const { format } = useT();
  return <span className={n === 0 ? styles.quiet : undefined}>{format.number(n)}</span>;
}

function None() {
  return <span className={styles.quiet}>–</span>;
}
