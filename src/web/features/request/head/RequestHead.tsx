/** Header that stays visible: the number, the type, the applicant, the due date and the position in the list. */
import { useT } from '#web/lib/useT.ts';
import { DueBadge } from '#web/ui/request/DueBadge.tsx';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { slaInputOf } from '#web/ui/request/request-row.ts';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { useRequest } from '../useRequest.ts';
import { ClockLine } from './ClockLine.tsx';
import { QueueNav } from './QueueNav.tsx';
import styles from './RequestHead.module.css';

export function RequestHead() {
  const { t } = useT();
  const detail = useRequest();
  const { reference, name, test, blocked } = detail;
  const type = t(`type.${detail.type}`);
  return (
    <div className={styles.head} data-covers="top">
      <div className={styles.title}>
        <PageTitle
          tab={t('request.tab', { reference, type })}
          before={<span className={styles.number}>{reference}</span>}
          after={
            <span className={styles.marks}>
              <DueBadge request={slaInputOf(detail)} steps="none" />
              {test && <span className={styles.mark}>{t('inbox.test')}</span>}
              {blocked && <span className={styles.mark}>{t('inbox.blocked')}</span>}
            </span>
          }
          actions={<QueueNav />}
        >
          {type}
          {(name?.shown || name?.hint) && (
            <>
              {' · '}
              <Guarded value={name} />
            </>
          )}
        </PageTitle>
      </div>
      <ClockLine />
    </div>
  );
}
