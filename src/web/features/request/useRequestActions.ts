/** What one click does without asking: taking, handing back, going on. A snackbar says how it went. */
import { handBackRequest, resumeRequest, takeRequest } from '#contract/requests-write.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useDialogs } from './dialogs/useDialogs.ts';
import { useBareChange } from './useBareChange.ts';
import { useRequest, verdictOf } from './useRequest.ts';

export type BareAction = { run: () => void; busy: boolean };

export function useRequestActions(): Readonly<Record<'take' | 'handBack' | 'resume', BareAction>> {
  const { t, label } = useT();
  const { id: me } = useMe();
  const detail = useRequest();
  const notify = useSnackbar();
  const dialogs = useDialogs();
  const take = useBareChange(takeRequest, t('done.request.take'));
  const handBack = useBareChange(handBackRequest, t('done.request.hand_back'));
  const resume = useBareChange(resumeRequest, t('done.request.resume'));
  const { assignee } = detail;

  const onTake = () => {
    const { ok, why } = verdictOf(detail, takeRequest.action);
    if (!ok) return notify({ text: label(`why.${why}`), tone: 'error' });
    if (assignee?.id === me) return notify({ text: t('inbox.taken_already') });
    // One key must not take a colleague's work away.
    return assignee ? dialogs.open('take_over') : take.run();
  };
  return { take: { run: onTake, busy: take.busy }, handBack, resume };
}
