/** One step of the schema. Applied once, in one transaction, by the owner; never edited after a release. */
export type Migration = {
  /** '0001-foundation': sorts in the order of application. */
  readonly id: string;
  readonly sql: readonly string[];
  /** What the serving role may do with what this step made; `app` is the quoted role name. Must bear repetition. */
  readonly grants: (app: string) => readonly string[];
};
