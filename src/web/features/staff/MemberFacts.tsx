/** Read-only facts about a member: account state, pending link, last seen, open requests, links to the log. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StaffMember } from '#contract/staff.ts';
import { paths } from '#web/app/paths.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useInstant } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { linkWords } from './member-words.ts';
import styles from './Staff.module.css';

const A_MINUTE = 60_000;

export function MemberFacts({ member }: { member: StaffMember }) {
  const words = useT();
  const { t, format } = words;
  const link = linkWords(member, useInstant(A_MINUTE), words);
  const reads = useCan('audit.list').ok;
  return (
    <dl className={styles.facts}>
      <Fact name={t('staff.column.state')}>
        {t(`staff.state.${member.state}`)}
        {link && <span className={styles.quiet}> · {link}</span>}
      </Fact>
      <Fact name={t('staff.column.seen')}>
        {member.lastSeenAt ? format.dateTime(member.lastSeenAt) : t('staff.never_seen')}
      </Fact>
      <Fact name={t('staff.column.open')}>{format.number(member.openRequests)}</Fact>
      {reads && (
        <Fact name={t('nav.audit')}>
          <Link to={paths.audit({ actor: member.id })}>{t('staff.log_by')}</Link>
          {' · '}
          <Link to={paths.audit({ object: member.id })}>{t('staff.log_about')}</Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
