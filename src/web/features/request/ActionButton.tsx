/** A button of one of the rules' actions: where the rules say no, it says why. */
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

/** In words; null where nothing stands in the way. */
export function useWhyNot({ ok, why }: Verdict, local = false): string | null {
  const { t, label } = useT();
  const online = useOnline();
  if (!ok) return label(`why.${why}`, t('error.forbidden'));
  return online || local ? null : t('state.offline_action');
}

const OPEN: Verdict = { ok: true, why: null };
