/**
 * Banner on every page, shown to officers and administrators while a link for a new password of a powerful account waits
 * for a second person: what was made, by whom and for whom, with the two answers for who may give them.
 */
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { decideRecovery, listRecoveries } from '#contract/staff.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Banner } from '#web/ui/states/Banner.tsx';

/** The list is unrecorded and shows no subject's data, so it may be asked for by a timer, ms. */
const ASKED_EVERY = 60_000;

export function RecoveryBar() {
  const { t, format } = useT();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const { data } = useQuery({ ...queryOf(listRecoveries, {}), staleTime: 0, refetchInterval: ASKED_EVERY });
  const decide = useChange(decideRecovery, { refreshes: [listRecoveries] });
  const answer = (id: string, name: string, confirm: boolean) =>
    decide.mutate(
      { params: { id }, body: { confirm } },
      {
        onSuccess: () =>
          notify({ text: t(confirm ? 'staff.recovery_confirmed' : 'staff.recovery_refused', { name }) }),
        onError: (error) => notify({ text: textOf(error), tone: 'error' }),
      },
    );
  return (data?.items ?? []).map(({ id, person, madeBy, validUntil, mayDecide }) => (
    <Banner
      key={id}
      tone="warning"
      action={
        mayDecide && (
          <>
            <Button size="small" disabled={decide.isPending} onClick={() => answer(id, person.name, false)}>
              {t('staff.recovery_refuse')}
            </Button>
            <Button
              size="small"
              variant="contained"
              disabled={decide.isPending}
              onClick={() => answer(id, person.name, true)}
            >
              {t('staff.recovery_confirm')}
            </Button>
          </>
        )
      }
    >
      {t('staff.recovery_waits', {
        maker: madeBy.name,
        name: person.name,
        moment: format.dateTime(validUntil),
      })}
    </Banner>
  ));
}
