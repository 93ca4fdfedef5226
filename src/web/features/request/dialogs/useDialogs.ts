/** Access to the page's dialogs, for buttons, the menu and keys; at most one is open. */
import { createContext, useContext } from 'react';
import type { DialogName } from './dialog-files.ts';

export type Dialogs = { current: DialogName | null; open: (name: DialogName) => void; close: () => void };

export const DialogsContext = createContext<Dialogs | null>(null);

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error('DialogsProvider is missing above this component');
  return dialogs;
}
