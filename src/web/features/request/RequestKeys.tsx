/** Keyboard shortcuts of the page. None of them sends, approves or deletes anything by itself. */
import { useNavigate } from 'react-router';
import { actionRow, actions } from '#domain/access/actions.ts';
import { paths } from '#web/app/paths.ts';
import type { Hotkey } from '#web/lib/hotkeys.ts';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useDialogs } from './dialogs/useDialogs.ts';
import { keyLabel } from './request-acts.ts';
import { useActs } from './useActs.ts';
import { useQueue } from './useQueue.ts';
import { isClosedToRole, useRequest, verdictOf } from './useRequest.ts';

export function RequestKeys() {
  const translator = useT();
  const { t } = translator;
  const detail = useRequest();
  const navigate = useNavigate();
  const notify = useSnackbar();
  const dialogs = useDialogs();
  const { run } = useActs();
  const { place, go, back } = useQueue();

  const why = () => {
    dialogs.open('why');
    return OPENS_FIELD;
  };
  const copy = async () => {
    await navigator.clipboard.writeText(detail.reference);
    notify({ text: t('inbox.copied', { reference: detail.reference }) });
  };
  /** Keys of actions the role lacks are not registered, so the help omits them; a denied one gives the reason. */
  const ofActions = actions.flatMap((action): Hotkey[] => {
    const { key } = actionRow(action);
    if (key === undefined || isClosedToRole(verdictOf(detail, action))) return [];
    return [{ keys: key, label: keyLabel(action, translator), group: 'item', run: () => run(action) }];
  });

  useHotkeys([
    { keys: 'KeyW', label: 'inbox.key.why', group: 'item', run: why },
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
  useHotkeys(ofActions);
  useHotkeys(
    [
      { keys: 'KeyJ', label: 'request.key.next', group: 'item', run: () => go(place?.next ?? null) },
      { keys: 'KeyK', label: 'request.key.previous', group: 'item', run: () => go(place?.previous ?? null) },
    ],
    place !== null,
  );
  return null;
}
