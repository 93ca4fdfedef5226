/** Asks before navigation leaves a form with unsaved changes, for another page or another record on the same page. */
import { useBlocker } from 'react-router';
import { useT } from '#web/lib/useT.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type LeaveGuardProps = {
  when: boolean;
  /** The query parameter that identifies the form's record, where the path alone does not. */
  watch?: string;
  /** Replaces the usual texts. */
  words?: { title: string; text: string; go: string };
};

export function LeaveGuard({ when, watch, words }: LeaveGuardProps) {
  const { t } = useT();
  const { title, text, go } = words ?? { title: t('leave.title'), text: t('leave.text'), go: t('leave.go') };
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && aboutOf(currentLocation, watch) !== aboutOf(nextLocation, watch),
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={title}
      confirm={go}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {text}
    </ConfirmDialog>
  );
}

/** What the form is about, to compare two locations: a change of filters must not ask. */
function aboutOf(
  { pathname, search }: { pathname: string; search: string },
  watch: string | undefined,
): string {
  return watch === undefined ? pathname : `${pathname} ${new URLSearchParams(search).get(watch)}`;
}
