/** Holds the open dialog, each in a chunk of its own: most visits open none. */
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type DialogName, DialogsContext } from './useDialogs.ts';

const DIALOGS: Readonly<Record<DialogName, ComponentType>> = {
  why: lazy(async () => ({ default: (await import('./WhyDialog.tsx')).WhyDialog })),
  take_over: lazy(async () => ({ default: (await import('./TakeOverDialog.tsx')).TakeOverDialog })),
  assign: lazy(async () => ({ default: (await import('./AssignDialog.tsx')).AssignDialog })),
  convert: lazy(async () => ({ default: (await import('./ConvertDialog.tsx')).ConvertDialog })),
  receipt: lazy(async () => ({ default: (await import('./ReceiptDialog.tsx')).ReceiptDialog })),
  language: lazy(async () => ({ default: (await import('./LanguageDialog.tsx')).LanguageDialog })),
  wait: lazy(async () => ({ default: (await import('./WaitDialog.tsx')).WaitDialog })),
  delay: lazy(async () => ({ default: (await import('./DelayDialog.tsx')).DelayDialog })),
  step: lazy(async () => ({ default: (await import('./StepDialog.tsx')).StepDialog })),
  close: lazy(async () => ({ default: (await import('./CloseDialog.tsx')).CloseDialog })),
  reopen: lazy(async () => ({ default: (await import('./ReopenDialog.tsx')).ReopenDialog })),
  propose: lazy(async () => ({ default: (await import('./ProposeDialog.tsx')).ProposeDialog })),
  approve: lazy(async () => ({ default: (await import('./ApproveDialog.tsx')).ApproveDialog })),
  return: lazy(async () => ({ default: (await import('./ReturnDialog.tsx')).ReturnDialog })),
};

export function DialogsProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<DialogName | null>(null);
  const dialogs = useMemo(() => ({ current, open: setCurrent, close: () => setCurrent(null) }), [current]);
  const Dialog = current && DIALOGS[current];
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
