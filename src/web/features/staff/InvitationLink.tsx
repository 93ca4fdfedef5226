/** A one-time link, shown once; the administrator passes it on by a channel of their choice. */
import { useT } from '#web/lib/useT.ts';
import { ShownOnce } from '#web/ui/text/ShownOnce.tsx';
import styles from './Staff.module.css';

type InvitationLinkProps = { link: string; validUntil: string; unconfirmed: boolean };

export function InvitationLink({ link, validUntil, unconfirmed }: InvitationLinkProps) {
  const { t, format } = useT();
  return (
    <ShownOnce lead={t('staff.link_once')} label={t('staff.link')} text={link}>
      {unconfirmed && <p>{t('staff.link_unconfirmed')}</p>}
      <p className={styles.quiet}>{t('staff.link_valid', { moment: format.dateTime(validUntil) })}</p>
    </ShownOnce>
  );
}
