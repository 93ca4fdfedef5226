/**
 * The dialog of an action is found by its file's name: `request.explain_delay` is done in ExplainDelayDialog.tsx, which
 * exports a component of that name. Each is loaded when it is opened, because most visits open none.
 */
import { type ComponentType, lazy } from 'react';
import type { Action } from '#domain/access/actions.ts';

/** An action with a dialog of its own, or one of the two that are opened beside actions. */
export type DialogName = Action | 'why' | 'take_over';

const FILES = import.meta.glob<Readonly<Record<string, ComponentType>>>('./*Dialog.tsx');

/** The components by name, made once: React takes each call of `lazy` for another component. */
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

export function hasDialog(action: Action): boolean {
  return dialogName(action) in DIALOGS;
}
