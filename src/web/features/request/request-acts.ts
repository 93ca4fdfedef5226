/**
 * How an action is done on the request's page, derived from its row, its endpoint and its dialog's file: an action with a
 * dialog opens it, one whose endpoint asks for no words is sent at once. A button is never listed by hand.
 */
import type { Endpoint } from '#contract/endpoint.ts';
import type { RequestDetail } from '#contract/request-shapes.ts';
import * as contract from '#contract/requests-write.ts';
import { type Action, actions } from '#domain/access/actions.ts';
import { isPassing } from '#domain/request/lifecycle.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translate.ts';
import { hasDialog } from './dialogs/dialog-files.ts';
import { isClosedToRole, verdictOf } from './useRequest.ts';

/** Endpoints of changes that need no words, by their action. */
const BARE: ReadonlyMap<Action, contract.BareChange> = new Map(
  (Object.values(contract) as readonly unknown[])
    .filter(contract.isBareChange)
    .map((endpoint) => [endpoint.action, endpoint]),
);

export function bareChange(action: Action): contract.BareChange {
  const endpoint = BARE.get(action);
  if (!endpoint) throw new Error(`${action} has neither a dialog nor an endpoint without words`);
  return endpoint;
}

/** Done by one press, hence only with a connection; a dialog opens without one. */
export function isBare(action: Action): boolean {
  return BARE.has(action) && !hasDialog(action);
}

const LISTED = actions.filter((action) => hasDialog(action) || isBare(action));

/** The menu for a viewer: what his role has, without what `shown` shows already and without what makes no sense now. */
export function menuActions(detail: RequestDetail, me: string, shown: readonly Action[]): readonly Action[] {
  return LISTED.filter((action) => {
    const verdict = verdictOf(detail, action);
    if (shown.includes(action) || isClosedToRole(verdict) || isPointless(action, detail, me)) return false;
    // The way back of another action: away from its state, people do not look for it.
    return !(isPassing(action) && verdict.why === 'status');
  });
}

/** Taking what one has, handing back what nobody has. */
function isPointless(action: Action, { assignee }: RequestDetail, me: string): boolean {
  if (action === 'request.take') return assignee?.id === me;
  return action === 'request.hand_back' && assignee === null;
}

/** The words on its button; a shorter name than the action's where a dialog follows ("Close…"). */
export function buttonLabel(action: Action, { t, label }: Translator): string {
  return label(`button.${action}`, t(`action.${action}`));
}

export function keyLabel(action: Action, { has }: Translator): MessageId {
  const shorter = [`key.${action}`, `button.${action}`].find(has);
  return (shorter as MessageId | undefined) ?? `action.${action}`;
}

/** What the snackbar says when it is done. */
export function doneLabel({ action }: Pick<Endpoint, 'action'>, { t, label }: Translator): string {
  return label(`done.${action}`, t('request.done.saved'));
}
