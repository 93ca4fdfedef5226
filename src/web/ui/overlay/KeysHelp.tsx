/** `?` shows the keys that work at this moment. */
import { lazy, Suspense, useState } from 'react';
import { useHotkeys } from '#web/lib/useHotkeys.ts';

const Body = lazy(() => import('./KeysHelpBody.tsx').then(({ KeysHelpBody }) => ({ default: KeysHelpBody })));

type KeysHelpProps = {
  /** The person's setting: whether single keys are on. */
  singleKeys: boolean;
};

export function KeysHelp({ singleKeys }: KeysHelpProps) {
  const [open, setOpen] = useState(false);
  useHotkeys([{ keys: 'Shift+Slash', label: 'keys.help', group: 'anywhere', run: () => setOpen(true) }]);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Body singleKeys={singleKeys} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
