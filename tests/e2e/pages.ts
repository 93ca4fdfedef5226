/** Every screen with the role that uses it: what the accessibility and language suites walk through. */
import type { Role } from '#domain/access/roles.ts';

export type Screen = { name: string; role: Role | 'nobody'; path: string };

export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', role: 'nobody', path: '/sign-in' },
  { name: 'expired link', role: 'nobody', path: '/link#not-a-token' },
  { name: 'inbox', role: 'privacy_officer', path: '/?view=open' },
  { name: 'inbox of support', role: 'support', path: '/' },
  {
    name: 'inbox with no match',
    role: 'privacy_officer',
    path: '/?view=open&type=authority&language=en&channel=in_person',
  },
  { name: 'overdue for the manager', role: 'manager', path: '/?view=open&urgency=overdue' },
  { name: 'counts of the administrator', role: 'administrator', path: '/' },
  { name: 'register', role: 'support', path: '/register' },
  { name: 'search', role: 'privacy_officer', path: '/search' },
  { name: 'a request', role: 'privacy_officer', path: '/requests/NP-{year}-000001' },
  { name: 'a request unknown', role: 'privacy_officer', path: '/requests/NP-2020-000001' },
  { name: 'a trail', role: 'privacy_officer', path: '/requests/NP-{year}-000001/trail' },
  { name: 'audit log', role: 'auditor', path: '/audit' },
  { name: 'who sees what', role: 'auditor', path: '/who-sees-what' },
  { name: 'staff', role: 'administrator', path: '/staff' },
  { name: 'settings', role: 'administrator', path: '/settings' },
  { name: 'intake settings', role: 'administrator', path: '/settings/intake' },
  { name: 'calendar settings', role: 'privacy_officer', path: '/settings/calendar' },
  { name: 'first steps', role: 'administrator', path: '/first-steps' },
  { name: 'profile', role: 'manager', path: '/profile' },
  { name: 'forbidden', role: 'support', path: '/staff' },
];
