/** Registers a request by hand, then shows the slip with its number. */
import { useState } from 'react';
import { useT } from '#web/lib/useT.ts';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { type Registered, RegisterForm } from './RegisterForm.tsx';
import { Slip } from './Slip.tsx';

export function Component() {
  const { t } = useT();
  const [slip, setSlip] = useState<Registered | null>(null);
  return (
    <>
      <PageTitle tab={t('register.title')}>{t('register.title')}</PageTitle>
      {slip ? <Slip slip={slip} onAnother={() => setSlip(null)} /> : <RegisterForm onRegistered={setSlip} />}
    </>
  );
}
