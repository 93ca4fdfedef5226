/** Performs an action of the page, the same for a button, the menu and a key. */
import type { Action } from '#domain/access/actions.ts';
import { MESSAGE_KINDS, messageKinds } from '#domain/request/message-kinds.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { letterVerdict } from './composer/letter-kind.ts';
import { useComposer } from './composer/useComposer.ts';
import { hasDialog } from './dialogs/dialog-files.ts';
import { useDialogs } from './dialogs/useDialogs.ts';
import { bareChange, doneLabel } from './request-acts.ts';
import { revealFocused } from './reveal/useReveal.ts';
import { useRequest, verdictOf } from './useRequest.ts';
import { useBareChange } from './useRequestChange.ts';

const LETTERS: readonly Action[] = messageKinds.map((kind) => MESSAGE_KINDS[kind].action);

export type Acts = {
  /** Performs the action, or shows the reason why it is not possible now. */
  run: (action: Action) => void;
  isBusy: (action: Action) => boolean;
};

export function useActs(): Acts {
  const translator = useT();
  const { t, label } = translator;
  const { id: me } = useMe();
  const detail = useRequest();
  const notify = useSnackbar();
  const dialogs = useDialogs();
  const composer = useComposer();
  const { send, pending } = useBareChange();

  const change = (action: Action) =>
    send(bareChange(action), {
      done: () => notify({ text: doneLabel({ action }, translator) }),
      fault: (text) => notify({ text, tone: 'error' }),
    });
  /** Actions that neither open a dialog nor send a change. */
  const own: Partial<Record<Action, () => void>> = {
    'request.note': () => composer.open('note'),
    'request.reveal': revealFocused,
    'request.take': () => {
      if (detail.assignee?.id === me) return notify({ text: t('inbox.taken_already') });
      // A single key press must not take over a colleague's request, so a dialog asks first.
      return detail.assignee ? dialogs.open('take_over') : change('request.take');
    },
  };
  return {
    run: (action) => {
      // The key of the answer opens the composer for any letter; the composer says why a kind is not offered.
      const writes = LETTERS.includes(action);
      const { ok, why } = writes ? letterVerdict(detail) : verdictOf(detail, action);
      if (!ok) return notify({ text: label(`why.${why}`), tone: 'error' });
      if (writes) return composer.open('letter');
      const ownWay = own[action];
      if (ownWay) return ownWay();
      return hasDialog(action) ? dialogs.open(action) : change(action);
    },
    isBusy: (action) => pending === action,
  };
}
