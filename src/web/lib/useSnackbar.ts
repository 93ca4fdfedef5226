/**
 * Shows the outcome of a single action at the foot of the page: `notify({ text, action })`. Forms and dialogs show
 * their own.
 */
import { createContext, useContext } from 'react';

export type Notice = {
  text: string;
  /** `error` stays until it is closed. */
  tone?: 'plain' | 'error';
  action?: { label: string; run: () => void };
  /** ms; 6 s by default. */
  lasts?: number;
};
export type Notify = (notice: Notice) => void;

export const SnackbarContext = createContext<Notify>(() => undefined);

export function useSnackbar(): Notify {
  return useContext(SnackbarContext);
}
