/** All screens, each with the role that uses it, for the accessibility and language suites. */
import type { Page } from '@playwright/test';
import type { Role } from '#domain/access/roles.ts';
import { pressRussian } from './desk.ts';

export type Screen = {
  name: string;
  role: Role | 'nobody';
  /** A path; `in hand` means the first open request of the officer's queue. */
  path: string;
  /** Opens an overlay with physical keys, which work in every language. */
  open?: (page: Page) => Promise<void>;
};

const press =
  (code: string, options?: { shift: boolean }) =>
  async (page: Page): Promise<void> => {
    await pressRussian(page, code, options);
    await page.getByRole('dialog').first().waitFor();
  };

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
  { name: 'home of the administrator', role: 'administrator', path: '/home' },
  { name: 'register', role: 'support', path: '/register' },
  { name: 'search', role: 'privacy_officer', path: '/search' },
  { name: 'a request', role: 'privacy_officer', path: '/requests/NP-{year}-000001' },
  { name: 'a request unknown', role: 'privacy_officer', path: '/requests/NP-2020-000001' },
  { name: 'a trail', role: 'privacy_officer', path: '/requests/NP-{year}-000001/trail' },
  {
    name: 'a trail of a person',
    role: 'auditor',
    path: '/requests/NP-{year}-000001/trail?of=person',
  },
  { name: 'sample for the yearly audit', role: 'auditor', path: '/audit/sample?seed=7' },
  { name: 'history of roles', role: 'auditor', path: '/audit/roles' },
  { name: 'exports of the log', role: 'auditor', path: '/audit/exports' },
  { name: 'looking for the trail of a person', role: 'auditor', path: '/audit/person' },
  { name: 'audit log', role: 'auditor', path: '/audit' },
  { name: 'audit log of the administrator', role: 'administrator', path: '/audit?when=month' },
  { name: 'going to a date', role: 'auditor', path: '/audit', open: press('KeyD') },
  { name: 'event types', role: 'auditor', path: '/audit/events' },
  { name: 'who sees what', role: 'auditor', path: '/who-sees-what' },
  { name: 'staff', role: 'administrator', path: '/staff' },
  { name: 'settings', role: 'administrator', path: '/settings' },
  { name: 'intake settings', role: 'administrator', path: '/settings/intake' },
  { name: 'calendar settings', role: 'privacy_officer', path: '/settings/calendar' },
  { name: 'first steps', role: 'administrator', path: '/first-steps' },
  { name: 'profile', role: 'manager', path: '/profile' },
  { name: 'forbidden', role: 'support', path: '/staff' },
  { name: 'keys help', role: 'privacy_officer', path: '/?view=open', open: press('Slash', { shift: true }) },
  { name: 'why this date', role: 'privacy_officer', path: '/requests/NP-{year}-000001', open: press('KeyW') },
  { name: 'assigning', role: 'privacy_officer', path: 'in hand', open: press('KeyA') },
  { name: 'closing', role: 'privacy_officer', path: 'in hand', open: press('KeyE') },
];
