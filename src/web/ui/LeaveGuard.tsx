/** Asks before a form with unsaved changes is left, for another page or for another thing open on the same one. */
import { useBlocker } from 'react-router';
import { useT } from '../lib/useT.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type LeaveGuardProps = {
  when: boolean;
  /** The part of the URL that says what the form is about, where that is not the path alone. */
  watch?: string;
};

export function LeaveGuard({ when, watch }: LeaveGuardProps) {
  const { t } = useT();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && aboutOf(currentLocation, watch) !== aboutOf(nextLocation, watch),
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('leave.title')}
      confirm={t('leave.go')}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {t('leave.text')}
    </ConfirmDialog>
  );
}

function aboutOf(
  { pathname, search }: { pathname: string; search: string },
  watch: string | undefined,
): string {
  return watch === undefined ? pathname : `${pathname} ${new URLSearchParams(search).get(watch)}`;
}
