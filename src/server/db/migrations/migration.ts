/** One migration of the schema: applied once, in one transaction, by the owner role; never edited after a release. */
export type Migration = {
  /** '0001-foundation': sorts in the order of application. */
  readonly id: string;
  readonly sql: readonly string[];
  /** Rights of the serving role on what this step creates; `app` is the quoted role name. Must be repeatable. */
  readonly grants: (app: string) => readonly string[];
};
