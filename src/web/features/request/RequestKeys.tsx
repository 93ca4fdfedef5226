/** The keys of the page. None of them sends, approves or deletes anything by itself. */
import { useNavigate } from 'react-router';
import type { Action } from '#domain/access/actions.ts';
import { paths } from '#web/app/paths.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useComposer } from './composer/useComposer.ts';
import { type DialogName, useDialogs } from './dialogs/useDialogs.ts';
import { revealFocused } from './reveal/focused-field.ts';
import { useQueue } from './useQueue.ts';
import { isClosedToRole, useRequest, type Verdict, verdictOf } from './useRequest.ts';
import { useRequestActions } from './useRequestActions.ts';

export function RequestKeys() {
  const { t, label } = useT();
  const detail = useRequest();
  const navigate = useNavigate();
  const notify = useSnackbar();
  const composer = useComposer();
  const dialogs = useDialogs();
  const { take } = useRequestActions();
  const { place, go, back } = useQueue();

  /** A key that cannot do its work says why, as its button would. */
  const allowed = (verdict: Verdict, run: () => void) => () =>
    verdict.ok ? run() : notify({ text: label(`why.${verdict.why}`), tone: 'error' });
  const dialog = (action: Action, name: DialogName) =>
    allowed(verdictOf(detail, action), () => dialogs.open(name));
  const copy = async () => {
    await navigator.clipboard.writeText(detail.reference);
    notify({ text: t('inbox.copied', { reference: detail.reference }) });
  };
  /** Keys for what the role never does are not there at all, nor in the help. */
  const has = (action: Action) => !isClosedToRole(verdictOf(detail, action));

  useHotkeys([
    { keys: 'KeyW', label: 'inbox.key.why', group: 'item', run: () => dialogs.open('why') },
    { keys: 'KeyU', label: 'request.key.back', group: 'item', run: () => void navigate(back) },
    { keys: 'Period', label: 'keys.copy_number', group: 'item', run: () => void copy() },
  ]);
  useHotkeys(
    [
      {
        keys: 'KeyL',
        label: 'action.request.trail',
        group: 'item',
        run: () => void navigate(paths.trail(detail.reference)),
      },
    ],
    detail.openedBy !== null,
  );
  useHotkeys(
    [{ keys: 'KeyI', label: 'key.request.take', group: 'item', run: take.run }],
    has('request.take'),
  );
  useHotkeys(
    [{ keys: 'KeyA', label: 'key.request.assign', group: 'item', run: dialog('request.assign', 'assign') }],
    has('request.assign'),
  );
  useHotkeys(
    [{ keys: 'KeyE', label: 'key.request.close', group: 'item', run: dialog('request.close', 'close') }],
    has('request.close'),
  );
  useHotkeys(
    [{ keys: 'KeyV', label: 'key.request.reveal', group: 'item', run: revealFocused }],
    has('request.reveal'),
  );
  useHotkeys(
    [
      {
        keys: 'KeyR',
        label: 'key.request.answer',
        group: 'item',
        run: allowed(verdictOf(detail, 'request.answer'), () => composer.open('answer')),
      },
      { keys: 'KeyN', label: 'key.request.note', group: 'item', run: () => composer.open('note') },
    ],
    has('request.note'),
  );
  useHotkeys(
    [
      { keys: 'KeyJ', label: 'request.key.next', group: 'item', run: () => go(place?.next ?? null) },
      { keys: 'KeyK', label: 'request.key.previous', group: 'item', run: () => go(place?.previous ?? null) },
    ],
    place !== null,
  );
  return null;
}
