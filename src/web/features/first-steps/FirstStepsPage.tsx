/** Its title alone; the page itself takes this file's place. */
import { useT } from '#web/lib/useT.ts';
import { PageTitle } from '#web/ui/PageTitle.tsx';

export function Component() {
  const { t } = useT();
  return <PageTitle tab={t('nav.first_steps')}>{t('nav.first_steps')}</PageTitle>;
}
