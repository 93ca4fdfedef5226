/** For each next step its main button and an optional second one, so that the page has one primary button. */
import type { Action } from '#domain/access/actions.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { MessageId } from '#i18n/catalogue.ts';

/** `label` overrides the action's usual label. */
export type MoveButton = { action: Action; label?: MessageId };

export const MOVE_BUTTONS: Readonly<Record<MoveCode, { main?: MoveButton; beside?: MoveButton }>> = {
  take: { main: { action: 'request.take' } },
  answer: { main: { action: 'request.answer' } },
  decide: { main: { action: 'decision.propose' } },
  approve: {
    main: { action: 'decision.approve' },
    beside: { action: 'decision.return', label: 'action.decision.return' },
  },
  carry_out: { main: { action: 'request.close', label: 'request.button.carry_out' } },
  close: { main: { action: 'request.close' } },
  wait_applicant: { main: { action: 'request.resume' } },
  none: { beside: { action: 'request.reopen' } },
};
