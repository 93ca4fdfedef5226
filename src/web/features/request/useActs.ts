/** Performs an action of the page, the same for a button, the menu and a key. */
import type { Action } from '#domain/access/actions.ts';
import { MESSAGE_KINDS, messageKinds } from '#domain/request/message-kinds.ts';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { letterVerdict } from './composer/letter-kind.ts';
import { type ComposerMode, useComposer } from './composer/useComposer.ts';
import { hasDialog } from './dialogs/dialog-files.ts';
import { useDialogs } from './dialogs/useDialogs.ts';
import { bareChange, doneLabel } from './request-acts.ts';
import { revealFocused } from './reveal/useReveal.ts';
import { useRequest, verdictOf } from './useRequest.ts';
import { useBareChange } from './useRequestChange.ts';

const LETTERS: readonly Action[] = messageKinds.map((kind) => MESSAGE_KINDS[kind].action);

export type Acts = {
  /** Performs the action, or shows the reason why it is not possible now. Returns OPENS_FIELD for the hotkeys. */
  run: (action: Action) => unknown;
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
  const ask = (name: Parameters<typeof dialogs.open>[0]) => {
    dialogs.open(name);
    return OPENS_FIELD;
  };
  const write = (mode: ComposerMode) => {
    composer.open(mode);
    return OPENS_FIELD;
  };
  /** Actions that neither open a dialog nor send a change. */
  const own: Partial<Record<Action, () => unknown>> = {
    'request.note': () => write('note'),
    'request.reveal': revealFocused,
    'request.take': () => {
      if (detail.assignee?.id === me) return notify({ text: t('inbox.taken_already') });
      // A single key press must not take over a colleague's request, so a dialog asks first.
      return detail.assignee ? ask('take_over') : change('request.take');
    },
  };
  return {
    run: (action) => {
      // The key of the answer opens the composer for any letter; the composer says why a kind is not offered.
      const writes = LETTERS.includes(action);
      const { ok, why } = writes ? letterVerdict(detail) : verdictOf(detail, action);
      if (!ok) return notify({ text: label(`why.${why}`), tone: 'error' });
      if (writes) return write('letter');
      const ownWay = own[action];
      if (ownWay) return ownWay();
      return hasDialog(action) ? ask(action) : change(action);
    },
    isBusy: (action) => pending === action,
  };
}
