/** The seven steps as data: where each is done, by which right, and which of them only a person can vouch for. */
import { type CHECKLIST, type Settings, VOUCHED } from '#contract/settings.ts';
import type { Action } from '#domain/access/actions.ts';
import { paths } from '#web/app/paths.ts';

export type StepName = (typeof CHECKLIST)[number];
export type VouchedStep = (typeof VOUCHED)[number];

/** Where a step is done; a step without a place is vouched for, or shown to work, on this page. */
export const STEP_PLACES = {
  organisation: { to: paths.settings('organisation'), right: 'settings.change' },
  calendar: { to: paths.settings('calendar'), right: 'settings.confirm_calendar' },
  key_copied: null,
  backup_tried: null,
  officer_invited: { to: `${paths.staff()}?invite=1`, right: 'staff.invite' },
  intake_secret: { to: paths.settings('intake'), right: 'secret.create' },
  test_request: null,
} as const satisfies Record<StepName, { to: string; right: Action } | null>;

export function isVouched(step: StepName): step is VouchedStep {
  return VOUCHED.some((each) => each === step);
}

export type Progress = { done: number; all: number; next: StepName | null };

/** How far one is, and the step to take now: the first that is not done. */
export function progressOf(checklist: Settings['checklist']): Progress {
  return {
    done: checklist.filter(({ done }) => done).length,
    all: checklist.length,
    next: checklist.find(({ done }) => !done)?.step ?? null,
  };
}
