/** What pressing a button of the move bar does. */
import { useComposer } from '../composer/useComposer.ts';
import { useDialogs } from '../dialogs/useDialogs.ts';
import { useRequestActions } from '../useRequestActions.ts';
import type { Effect } from './move-buttons.ts';

export function useEffectOf(): { run: (effect: Effect) => void; isBusy: (effect: Effect) => boolean } {
  const dialogs = useDialogs();
  const composer = useComposer();
  const actions = useRequestActions();
  return {
    run: (effect) => {
      if ('dialog' in effect) dialogs.open(effect.dialog);
      else if ('bare' in effect) actions[effect.bare].run();
      else composer.open(effect.compose);
    },
    isBusy: (effect) => 'bare' in effect && actions[effect.bare].busy,
  };
}
