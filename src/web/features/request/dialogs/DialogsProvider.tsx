/** Holds the name of the open dialog and renders it; at most one is open. */
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { DIALOGS, type DialogName, dialogName } from './dialog-files.ts';
import { DialogsContext } from './useDialogs.ts';

export function DialogsProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<DialogName | null>(null);
  const dialogs = useMemo(() => ({ current, open: setCurrent, close: () => setCurrent(null) }), [current]);
  const Dialog = current && DIALOGS[dialogName(current)];
  return (
    <DialogsContext value={dialogs}>
      {children}
      {Dialog && (
        <Suspense fallback={null}>
          <Dialog />
        </Suspense>
      )}
    </DialogsContext>
  );
}
