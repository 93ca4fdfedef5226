/** Which button makes the move, and what stands beside it: data, so that there is one primary button a screen. */
import type { Action } from '#domain/access/actions.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { DialogName } from '../dialogs/useDialogs.ts';

export type Effect =
  | { dialog: DialogName }
  | { bare: 'take' | 'handBack' | 'resume' }
  | { compose: 'answer' };

export type MoveButton = {
  action: Action;
  label: MessageId;
  effect: Effect;
  /** The way back of another button: beside its time nobody looks for it. */
  passing?: true;
};

export const MOVE_BUTTONS: Readonly<
  Record<MoveCode, { main: MoveButton | null; beside: MoveButton | null }>
> = {
  take: {
    main: { action: 'request.take', label: 'action.request.take', effect: { bare: 'take' } },
    beside: null,
  },
  answer: {
    main: { action: 'request.answer', label: 'action.request.answer', effect: { compose: 'answer' } },
    beside: null,
  },
  decide: {
    main: { action: 'decision.propose', label: 'button.decision.propose', effect: { dialog: 'propose' } },
    beside: null,
  },
  approve: {
    main: { action: 'decision.approve', label: 'button.decision.approve', effect: { dialog: 'approve' } },
    beside: { action: 'decision.return', label: 'action.decision.return', effect: { dialog: 'return' } },
  },
  carry_out: {
    main: { action: 'request.close', label: 'request.button.carry_out', effect: { dialog: 'close' } },
    beside: null,
  },
  close: {
    main: { action: 'request.close', label: 'button.request.close', effect: { dialog: 'close' } },
    beside: null,
  },
  wait_applicant: {
    main: { action: 'request.resume', label: 'action.request.resume', effect: { bare: 'resume' } },
    beside: null,
  },
  none: {
    main: null,
    beside: { action: 'request.reopen', label: 'button.request.reopen', effect: { dialog: 'reopen' } },
  },
};

/** Everything else one may do with a request, in the order of how often it is done. */
const MORE_BUTTONS: readonly MoveButton[] = [
  { action: 'request.take', label: 'action.request.take', effect: { bare: 'take' } },
  { action: 'request.assign', label: 'button.request.assign', effect: { dialog: 'assign' } },
  { action: 'request.hand_back', label: 'action.request.hand_back', effect: { bare: 'handBack' } },
  { action: 'request.convert', label: 'button.request.convert', effect: { dialog: 'convert' } },
  { action: 'decision.propose', label: 'button.decision.propose', effect: { dialog: 'propose' } },
  { action: 'decision.return', label: 'button.decision.return', effect: { dialog: 'return' }, passing: true },
  { action: 'request.wait', label: 'button.request.wait', effect: { dialog: 'wait' } },
  { action: 'request.resume', label: 'action.request.resume', effect: { bare: 'resume' }, passing: true },
  { action: 'request.record_step', label: 'button.request.record_step', effect: { dialog: 'step' } },
  { action: 'request.explain_delay', label: 'button.request.explain_delay', effect: { dialog: 'delay' } },
  {
    action: 'request.correct_receipt',
    label: 'button.request.correct_receipt',
    effect: { dialog: 'receipt' },
  },
  {
    action: 'request.correct_language',
    label: 'button.request.correct_language',
    effect: { dialog: 'language' },
  },
  { action: 'request.close', label: 'button.request.close', effect: { dialog: 'close' } },
  { action: 'request.reopen', label: 'button.request.reopen', effect: { dialog: 'reopen' }, passing: true },
];

/** What the bar shows already needs no second place in the menu. */
export function moreButtons(code: MoveCode): readonly MoveButton[] {
  const { main, beside } = MOVE_BUTTONS[code];
  return MORE_BUTTONS.filter(({ action }) => action !== main?.action && action !== beside?.action);
}
