/**
 * Derives how the page performs an action from its row, its endpoint and its dialog's file: an action with a dialog
 * opens it, one whose endpoint takes an empty body is sent at once. Hence no list of buttons has to be maintained.
 */
import { type Endpoint, endpointsIn } from '#contract/endpoint.ts';
import type { RequestDetail } from '#contract/request-shapes.ts';
import * as contract from '#contract/requests-write.ts';
import { requestActions } from '#domain/access/actions/requests.ts';
import type { Action } from '#domain/access/actions.ts';
import { isPassing } from '#domain/request/lifecycle.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translate.ts';
import { hasDialog } from './dialogs/dialog-files.ts';
import { isClosedToRole, verdictOf } from './useRequest.ts';

/** Endpoints of changes that take an empty body, by their action. */
const BARE: ReadonlyMap<Action, contract.BareChange> = new Map(
  (Object.values(endpointsIn(contract)) as readonly Endpoint[])
    .filter(contract.isBareChange)
    .map((endpoint) => [endpoint.action, endpoint]),
);

export function bareChange(action: Action): contract.BareChange {
  const endpoint = BARE.get(action);
  if (!endpoint) throw new Error(`${action} has neither a dialog nor an endpoint without words`);
  return endpoint;
}

/** Whether one press sends it, which needs a connection; a dialog opens offline too. */
export function isBare(action: Action): boolean {
  return BARE.has(action) && !hasDialog(action);
}

const LISTED = requestActions.filter((action) => hasDialog(action) || isBare(action));

/**
 * The menu's actions: those the viewer's role has, without the ones in `shown` and without those that would do nothing.
 */
export function menuActions(detail: RequestDetail, me: string, shown: readonly Action[]): readonly Action[] {
  return LISTED.filter((action) => {
    const verdict = verdictOf(detail, action);
    if (shown.includes(action) || isClosedToRole(verdict) || isPointless(action, detail, me)) return false;
    // An action such as "resume" only ends a passing state, so it is not listed, even disabled, outside that state.
    return !(isPassing(action) && verdict.why === 'status');
  });
}

/** Taking one's own request, or handing back an unassigned one. */
function isPointless(action: Action, { assignee }: RequestDetail, me: string): boolean {
  if (action === 'request.take') return assignee?.id === me;
  return action === 'request.hand_back' && assignee === null;
}

/** The button's label: a shorter name than the action's if a dialog follows ("Close…"). */
export function buttonLabel(action: Action, { t, label }: Translator): string {
  return label(`button.${action}`, t(`action.${action}`));
}

/** The label in the help for keys: the shortest name the catalogue has. */
export function keyLabel(action: Action, { has }: Translator): MessageId {
  const shorter = [`key.${action}`, `button.${action}`].find(has);
  return (shorter as MessageId | undefined) ?? `action.${action}`;
}

/** The snackbar's text after success. */
export function doneLabel({ action }: Pick<Endpoint, 'action'>, { t, label }: Translator): string {
  return label(`done.${action}`, t('request.done.saved'));
}
