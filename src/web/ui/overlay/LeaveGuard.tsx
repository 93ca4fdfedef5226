/** Asks before a form with unsaved changes is left, for another page or for another thing open on the same one. */
import { useBlocker } from 'react-router';
import { useT } from '#web/lib/useT.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type LeaveGuardProps = {
  when: boolean;
  /** The part of the URL that says what the form is about, where that is not the path alone. */
  watch?: string;
  /** Where the usual words do not fit. */
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

function aboutOf(
  { pathname, search }: { pathname: string; search: string },
  watch: string | undefined,
): string {
  return watch === undefined ? pathname : `${pathname} ${new URLSearchParams(search).get(watch)}`;
}
