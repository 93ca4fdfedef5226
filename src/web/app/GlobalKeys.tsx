/** Registers the keys that work on every page: to the pages the user may open, and `?` for the list of keys. */
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useMe } from '#web/lib/useMe.ts';
import { paths } from './paths.ts';

type Way = { keys: string; label: MessageId; to: string; right: Action };

const WAYS: readonly Way[] = [
  { keys: 'KeyG KeyI', label: 'keys.go_inbox', to: paths.inbox({ view: 'open' }), right: 'request.count' },
  { keys: 'KeyG KeyO', label: 'keys.go_overdue', to: paths.overdue(), right: 'request.list' },
  { keys: 'KeyG KeyL', label: 'keys.go_audit', to: paths.audit(), right: 'audit.list' },
  { keys: 'KeyG KeyS', label: 'keys.go_settings', to: paths.settings(), right: 'settings.read' },
];

export function GlobalKeys() {
  const navigate = useNavigate();
  const { roles, profile } = useMe();
  useHotkeys(
    WAYS.filter(({ right }) => holds(roles, right)).map(({ keys, label, to }) => ({
      keys,
      label,
      group: 'anywhere',
      run: () => navigate(to),
    })),
  );
  return <KeysHelp singleKeys={profile.keys} />;
}

const KeysHelpBody = lazy(() =>
  import('#web/ui/overlay/KeysHelpBody.tsx').then((module) => ({ default: module.KeysHelpBody })),
);

/** `?` shows the keys that work at this moment. `singleKeys`: the person's own setting. */
function KeysHelp({ singleKeys }: { singleKeys: boolean }) {
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    return OPENS_FIELD;
  };
  useHotkeys([{ keys: 'Shift+Slash', label: 'keys.help', group: 'anywhere', run: show }]);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <KeysHelpBody singleKeys={singleKeys} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
