/** The outcome of a bare action, at the foot of the page: `notify({ text, action })`. Forms and dialogs speak for themselves. */
import { createContext, useContext } from 'react';

export type Notice = {
  text: string;
  /** `error` stays until it is closed. */
  tone?: 'plain' | 'error';
  action?: { label: string; run: () => void };
  /** ms; 6 s unless told. */
  lasts?: number;
};
export type Notify = (notice: Notice) => void;

export const SnackbarContext = createContext<Notify>(() => undefined);

export function useSnackbar(): Notify {
  return useContext(SnackbarContext);
}
