/**
 * A button for an action of the access rules; if the action is denied, the button stays focusable and gives the reason.
 */
import type { ComponentProps } from 'react';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import type { Verdict } from './useRequest.ts';

type ActionButtonProps = Pick<ComponentProps<typeof WhyButton>, 'busy' | 'local' | 'onClick' | 'children'> & {
  verdict?: Verdict;
  primary?: boolean;
};

export function ActionButton({ verdict = OPEN, primary = false, ...button }: ActionButtonProps) {
  const why = useWhyNot(verdict, button.local);
  return <WhyButton {...button} why={why} variant={primary ? 'contained' : 'outlined'} />;
}

/** The reason in words; null if the action is possible. `local` actions need no connection. */
export function useWhyNot({ ok, why }: Verdict, local = false): string | null {
  const { t, label } = useT();
  const online = useOnline();
  if (!ok) return label(`why.${why}`, t('error.forbidden'));
  return online || local ? null : t('state.offline_action');
}

const OPEN: Verdict = { ok: true, why: null };
