/** Access to the page's dialogs, for buttons, the menu and keys; at most one is open. */
import { createContext, useContext } from 'react';
import type { RequestField } from '#domain/request/fields.ts';
import type { DialogName } from './dialog-files.ts';

export type Dialogs = {
  current: DialogName | null;
  /** The field that the dialog was opened from; null from the menu or by a key. */
  field: RequestField | null;
  open: (name: DialogName, field?: RequestField) => void;
  close: () => void;
};

export const DialogsContext = createContext<Dialogs | null>(null);

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error('DialogsProvider is missing above this component');
  return dialogs;
}
