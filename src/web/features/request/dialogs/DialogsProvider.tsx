/** Holds the name of the open dialog and renders it; at most one is open. */
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import type { RequestField } from '#domain/request/fields.ts';
import { DIALOGS, type DialogName, dialogName } from './dialog-files.ts';
import { type Dialogs, DialogsContext } from './useDialogs.ts';

const NONE: Pick<Dialogs, 'current' | 'field'> = { current: null, field: null };

export function DialogsProvider({ children }: { children: ReactNode }) {
  const [{ current, field }, setOpened] = useState(NONE);
  const dialogs = useMemo(
    () => ({
      current,
      field,
      open: (name: DialogName, from: RequestField | null = null) => setOpened({ current: name, field: from }),
      close: () => setOpened(NONE),
    }),
    [current, field],
  );
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
