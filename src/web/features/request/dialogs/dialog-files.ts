/**
 * Finds an action's dialog by file name: `request.explain_delay` has ExplainDelayDialog.tsx, which exports a component
 * of that name. Each is loaded when opened, because most visits open none.
 */
import { type ComponentType, lazy } from 'react';
import { REQUEST_ACTIONS } from '#domain/access/actions/requests.ts';
import type { Action } from '#domain/access/actions.ts';

/** An action with a dialog, or one of the two dialogs without an action. */
export type DialogName = Action | 'why' | 'take_over';

const FILES = import.meta.glob<Readonly<Record<string, ComponentType>>>('./*Dialog.tsx');

/** The components by name, created once: for React each call of `lazy` is another component, which would remount. */
export const DIALOGS: Readonly<Record<string, ComponentType>> = Object.fromEntries(
  Object.entries(FILES).map(([path, load]) => {
    const name = path.slice('./'.length, -'.tsx'.length);
    return [
      name,
      lazy(async () => {
        const component = (await load())[name];
        if (!component) throw new Error(`${path} exports no ${name}`);
        return { default: component };
      }),
    ];
  }),
);

/** ExplainDelayDialog for `request.explain_delay`. */
export function dialogName(name: DialogName): string {
  const words = name.slice(name.indexOf('.') + 1).split('_');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Dialog`;
}

/** Only for actions on requests: another feature's `staff.close` would have the same file name. */
export function hasDialog(action: Action): boolean {
  return action in REQUEST_ACTIONS && dialogName(action) in DIALOGS;
}
