/**
 * Actions that an allowed caller still cannot carry out on one track, because its request types do not support them.
 * The access matrix checks each row: exactly this refusal on that track, and the declared answer everywhere else.
 */
import type { FieldFault } from '#contract/errors.ts';
import type { EndpointId } from '#contract/index.ts';
import { type RequestType, type Track, trackOf } from '#domain/request/types.ts';

export type NotForTrack = { track: Track; status: 400; fault: FieldFault; because: string };

const NOT_FOR_TRACK: { readonly [Id in EndpointId]?: NotForTrack } = {
  convertBackRequest: {
    track: 'support',
    status: 400,
    fault: { pointer: '/type', code: 'not_for_type' },
    because: 'a request of the support track is not on the officer track, so nothing turns back from there',
  },
  proposeDecision: {
    track: 'support',
    status: 400,
    fault: { pointer: '/outcome', code: 'not_for_type' },
    because: 'kinds of the support track have no outcome that two officers decide',
  },
};

/** The row that forbids the endpoint on a request of this type, or null. */
export function notForTrack(id: EndpointId, type: RequestType): NotForTrack | null {
  const row = NOT_FOR_TRACK[id];
  return row?.track === trackOf(type) ? row : null;
}
