/** Before a letter leaves: in which language, to whom, and what it will change. */
import { statusAfter } from '#domain/request/lifecycle.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { useRequest } from '../useRequest.ts';
import styles from './Composer.module.css';

export function SendEffects() {
  const { t } = useT();
  const { language, fields, status } = useRequest();
  const address = fields.find(({ field }) => field === 'email')?.value ?? null;
  const next = statusAfter('request.answer', status, true);
  return (
    <p className={styles.effects}>
      {t('request.send_language', { language: t(`language.${language}`) })} · {t('request.send_to')}{' '}
      <Guarded value={address} />
      {next !== status && <> · {t('request.send_status', { status: t(`status.${next}`) })}</>}
      {' · '}
      {t('request.send_promise')}
    </p>
  );
}
