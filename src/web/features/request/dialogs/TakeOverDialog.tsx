/** Asks before a request is taken over from the colleague it is assigned to. */
import { takeRequest } from '#contract/requests-write.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function TakeOverDialog() {
  const { t } = useT();
  const { assignee } = useRequest();
  const change = useDialogChange(takeRequest);
  return (
    <ChangeFrame
      title={t('request.take_over')}
      confirm={t('request.take_over_confirm')}
      change={change}
      onConfirm={() => change.send({})}
    >
      <p>{t('request.take_over_text', { who: assignee?.name ?? t('common.unassigned') })}</p>
    </ChangeFrame>
  );
}
