/**
 * Warnings to read before acting: destroyed or blocked data, another role's request, a duplicate, no way to reply, a
 * test.
 */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { T } from '#web/ui/text/T.tsx';
import styles from './Notices.module.css';
import { useRequest, verdictOf } from './useRequest.ts';

export function Notices() {
  const { t } = useT();
  const detail = useRequest();
  const { blocked, destroyedAt, duplicateOf, noWayToReply, test } = detail;
  // Only a viewer who may not work on the request is offered a call note, to pass a message on.
  const isElsewhere = verdictOf(detail, 'request.call_note').ok;
  return (
    <>
      {destroyedAt !== null && <Notice>{t('request.notice.destroyed')}</Notice>}
      {blocked && (
        <Notice>
          {t(
            verdictOf(detail, 'request.record_step').ok
              ? 'request.notice.blocked'
              : 'request.notice.blocked_hidden',
          )}
        </Notice>
      )}
      {isElsewhere && <Notice>{t('request.notice.elsewhere')}</Notice>}
      {duplicateOf && (
        <Notice>
          <T
            id="request.notice.duplicate"
            values={{ reference: duplicateOf.reference }}
            tags={{ open: <Link to={paths.request(duplicateOf.reference)} /> }}
          />
          {duplicateOf.receiptMoved && ` ${t('request.notice.receipt_moved')}`}
          {duplicateOf.receiptKept && ` ${t(`receipt_kept.${duplicateOf.receiptKept}`)}`}
        </Notice>
      )}
      {noWayToReply && <Notice>{t('request.notice.no_way')}</Notice>}
      {test && <Notice>{t('request.notice.test')}</Notice>}
    </>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className={styles.notice}>
      <Icon name="warning" size={13} />
      <span>{children}</span>
    </p>
  );
}
