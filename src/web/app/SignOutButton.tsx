/** Ends the session in all tabs of this browser; asks first when unsaved text would be lost. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { signOut } from '#contract/session.ts';
import { ApiError, call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { hasUnsaved } from '#web/lib/useUnsaved.ts';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { sessionChannel } from './session-channel.ts';

type SignOutButtonProps = { className: string | undefined };

export function SignOutButton({ className }: SignOutButtonProps) {
  const { t } = useT();
  const { textOf } = useProblemText();
  const notify = useSnackbar();
  const { id } = useMe();
  const [asking, setAsking] = useState(false);
  const out = useMutation({
    mutationFn: async () => {
      await call(signOut, {}).catch((error: unknown) => {
        // 401 means that the session has ended already, which is what was asked for.
        if (!(error instanceof ApiError && error.problem.code === 'unauthenticated')) throw error;
      });
    },
    onSuccess: () => {
      keptTextsOf(id).forget();
      sessionChannel.tell('signed-out');
      sessionLoss.tell('signed_out');
    },
    onError: (error) => notify({ text: textOf(error), tone: 'error' }),
  });
  return (
    <>
      <button
        type="button"
        className={className}
        onClick={() => (hasUnsaved() ? setAsking(true) : out.mutate())}
      >
        {t('action.session.sign_out')}
      </button>
      <ConfirmDialog
        open={asking}
        title={t('shell.sign_out_title')}
        confirm={t('action.session.sign_out')}
        busy={out.isPending}
        error={out.error && textOf(out.error)}
        onConfirm={() => out.mutate()}
        onClose={() => setAsking(false)}
      >
        {t('session.other_person_hint')}
      </ConfirmDialog>
    </>
  );
}
