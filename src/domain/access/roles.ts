/** The five roles of the desk and which of them one person may not hold together. */

export const ROLES = {
  support: { combines: true },
  privacy_officer: { combines: true },
  manager: { combines: true },
  // Whoever verifies the log must have no hand in what it records.
  auditor: { combines: false },
  administrator: { combines: true },
} as const satisfies Record<string, { combines: boolean }>;

export type Role = keyof typeof ROLES;

export const roles = Object.keys(ROLES) as readonly Role[];

/** Roles whose new holders are announced to every officer (a silent promotion is the classic inside attack). */
export const ALARMING_ROLES: readonly Role[] = ['privacy_officer', 'administrator'];

/** The roles that break separation of duties when held together; empty when the set is allowed. */
export function conflictingRoles(held: readonly Role[]): readonly Role[] {
  return held.length > 1 ? held.filter((role) => !ROLES[role].combines) : [];
}
