/** Asks before a half-filled form is left for another page. */
import { useBlocker } from 'react-router';
import { useT } from '#web/lib/useT.ts';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';

type LeaveGuardProps = { when: boolean };

export function LeaveGuard({ when }: LeaveGuardProps) {
  const { t } = useT();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('register.leave')}
      confirm={t('register.leave_go')}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {t('register.leave_text')}
    </ConfirmDialog>
  );
}
