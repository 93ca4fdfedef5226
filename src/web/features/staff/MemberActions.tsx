/** Actions on an account: issue or revoke a one-time link, disable or enable the account. */
import { lazy, Suspense, useState } from 'react';
import {
  enableStaff,
  listStaff,
  reinviteStaff,
  revokeInvitation,
  type StaffMember,
} from '#contract/staff.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { InvitationLink } from './InvitationLink.tsx';
import styles from './Staff.module.css';
import { useRefreshWhenStale } from './useStaff.ts';

const DisableDialog = lazy(async () => ({ default: (await import('./DisableDialog.tsx')).DisableDialog }));
const REFRESHES = { refreshes: [listStaff] };

export function MemberActions({ member }: { member: StaffMember }) {
  const { t } = useT();
  const { textOf } = useProblemText();
  const notify = useSnackbar();
  const [disabling, setDisabling] = useState(false);
  const reinvite = useChange(reinviteStaff, REFRESHES);
  const revoke = useChange(revokeInvitation, {
    ...REFRESHES,
    onSuccess: () => {
      // Hides the link that was just revoked.
      reinvite.reset();
      notify({ text: t('staff.link_revoked') });
    },
  });
  const enable = useChange(enableStaff, {
    ...REFRESHES,
    onSuccess: ({ name }) => notify({ text: t('staff.enabled', { name }) }),
  });
  const refresh = useRefreshWhenStale();
  const failed = {
    onError: (error: unknown) => {
      refresh(error);
      notify({ text: textOf(error), tone: 'error' });
    },
  };
  const { id, version, state, me, invitedUntil } = member;
  const here = state === 'active' || state === 'invited';
  const gone = here ? null : t(`staff.no_link.${state === 'disabled' ? 'disabled' : 'ended'}`);
  const noLink = me ? t('why.own_link') : gone;
  return (
    <section className={styles.ways} aria-label={t('staff.ways')}>
      {reinvite.data && <InvitationLink {...reinvite.data} />}
      <div className={styles.actions}>
        <WhyButton
          why={noLink}
          busy={reinvite.isPending}
          onClick={() => reinvite.mutate({ params: { id }, body: {} }, failed)}
        >
          {t(state === 'active' ? 'staff.recover' : 'staff.reinvite')}
        </WhyButton>
        {invitedUntil !== null && (
          <WhyButton busy={revoke.isPending} onClick={() => revoke.mutate({ params: { id } }, failed)}>
            {t('staff.revoke')}
          </WhyButton>
        )}
        {state === 'disabled' ? (
          <WhyButton
            busy={enable.isPending}
            onClick={() => enable.mutate({ params: { id }, body: {}, version }, failed)}
          >
            {t('action.staff.enable')}
          </WhyButton>
        ) : (
          <WhyButton
            color="error"
            local
            why={me ? t('staff.own_disable') : null}
            onClick={() => setDisabling(true)}
          >
            {t('action.staff.disable')}
          </WhyButton>
        )}
      </div>
      {disabling && (
        <Suspense fallback={null}>
          <DisableDialog member={member} onClose={() => setDisabling(false)} />
        </Suspense>
      )}
    </section>
  );
}
