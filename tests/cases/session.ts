/** A signed-in session as the server sends it, for browser tests of pages that ask for the viewer's rights. */
import type { SessionState } from '#contract/session.ts';
import type { Role } from '#domain/access/roles.ts';
import { OFFICER } from './request-detail.ts';

export function sessionCase(role: Role): SessionState {
  return {
    me: {
      ...OFFICER,
      email: 'd.omarov@nomapay.example',
      roles: [role],
      profile: { language: 'en', theme: 'light', keys: true },
      hasChosen: true,
    },
    mode: 'demo',
    organisation: null,
    plainHttp: false,
    idleUntil: null,
    endsAt: null,
    calendar: null,
    version: 'test',
  };
}
