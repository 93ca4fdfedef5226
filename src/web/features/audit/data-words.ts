/** The areas of the catalogue that name the coded values of an event's data. Keys that are not here hold text. */
import type { ToldKey } from '#domain/audit/event-data.ts';

/** Prefixes of message ids, in the order in which a code is looked for. */
export const VOCABULARY: Partial<Readonly<Record<ToldKey, readonly string[]>>> = {
  action: ['action.'],
  after: ['role.', 'type.', 'status.'],
  answer: ['audit.answer.'],
  because: ['audit.because.', 'error.'],
  before: ['role.', 'type.', 'status.', 'audit.group.'],
  by: ['audit.by.'],
  channel: ['channel.'],
  class: ['audit.group.'],
  code: ['error.'],
  database: ['settings.system.'],
  event: ['step_event.'],
  filters: ['plain.', 'audit.filter.'],
  format: ['exports.format.'],
  from: ['type.', 'language.', 'status.'],
  grounds: ['ground.'],
  kind: ['audit.kind.', 'lookup.kind.'],
  mode: ['audit.mode.'],
  outcome: ['outcome.'],
  reason: ['delay.'],
  roles: ['role.'],
  state: ['exports.state.'],
  to: ['type.', 'language.', 'status.'],
  toTrack: ['visibility.track_'],
  type: ['type.'],
  view: ['view.'],
  vouched: ['steps.step.'],
  why: ['why.', 'fault.', 'audit.why.'],
};
