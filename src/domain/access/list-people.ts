/** Whether lists of requests show the applicants to a viewer; if not, they show the receipt in their place. */
import { requestTypes, type Track, trackOf } from '../request/types.ts';
import type { Role } from './roles.ts';
import { cellOf } from './visibility.ts';

const tracks: readonly Track[] = [...new Set(requestTypes.map(trackOf))];

/** True where VISIBILITY shows identities to any of the roles, on either track, at least masked. */
export function listsPeople(roles: readonly Role[]): boolean {
  return roles.some((role) => tracks.some((track) => cellOf('identity', role, track).level !== 'hidden'));
}
