/**
 * Moves schemas that occur more than once to `#/components/schemas`. Two schemas are the same when their JSON is equal,
 * so it does not matter whether the contract shares them or writes them twice, in a body or in an answer.
 */
import type { Json } from './openapi-schema.ts';

export type Components = {
  /** Returns the schema with references in place of shared schemas, at any depth. */
  referring(schema: Json): Json;
  /** The shared schemas by name, in alphabetical order; they refer to each other. */
  schemas: Record<string, Json>;
};

/** A schema used by an operation; `owner` is the operation's id, used in names when there is no better one. */
export type Use = { schema: Json; owner: string };

/**
 * @param uses every schema of the document, once per place
 * @param named names of the contract by the schema's JSON; objects among them are moved even if used once
 */
export function componentsOf(uses: readonly Use[], named: ReadonlyMap<string, string>): Components {
  const found = new Map<string, Found>();
  for (const { schema, owner } of uses) note(found, schema, { owner, property: '' });
  const nameOf = namesOf(found, named);

  const schemas: Record<string, Json> = {};
  const referring = (schema: Json): Json => {
    const name = nameOf.get(JSON.stringify(schema));
    if (name === undefined) return withChildren(schema, referring);
    schemas[name] ??= withChildren(schema, referring);
    return { $ref: `#/components/schemas/${name}` };
  };
  for (const { schema } of uses) referring(schema);
  return { referring, schemas: Object.fromEntries(Object.entries(schemas).toSorted(byName)) };
}

type Place = { owner: string; property: string };
/** One schema: how many different schemas and operations contain it, and where it occurs first. */
type Found = { schema: Json; holders: number; place: Place };

/** Counts holders rather than occurrences, because a part of a shared schema is not shared just by being in it. */
function note(found: Map<string, Found>, schema: Json, place: Place): void {
  const key = JSON.stringify(schema);
  const known = found.get(key);
  if (known) {
    known.holders += 1;
    known.place.property ||= place.property;
    return;
  }
  found.set(key, { schema, holders: 1, place });
  // A member of a union must not be named after the property, since the property's name stands for the whole union.
  const inherited = isUnion(schema) ? '' : place.property;
  withChildren(schema, (child, property = inherited) => {
    note(found, child, { owner: place.owner, property });
    return child;
  });
}

/** Names each schema after the contract, else its property, else its operation and property; names are unique. */
function namesOf(
  found: ReadonlyMap<string, Found>,
  named: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const give = (key: string, candidates: readonly string[]) => {
    const name = candidates.find((candidate) => !taken.has(candidate));
    if (name === undefined || names.has(key)) return;
    taken.add(name);
    names.set(key, name);
  };
  // Names of the contract are given first, so that no property takes one of them.
  for (const [key, { schema, holders }] of found) {
    const own = named.get(key);
    if (own !== undefined && (isRecord(schema) || (holders > 1 && isWorthAName(schema)))) give(key, [own]);
  }
  for (const [key, { schema, holders, place }] of found)
    if (holders > 1 && isWorthAName(schema) && place.property !== '')
      give(key, [pascal(place.property), pascal(place.owner) + pascal(place.property)]);
  return names;
}

function isRecord(schema: Json): boolean {
  return schema.type === 'object' && schema.properties !== undefined;
}

/** A plain string or number stays in place, because a reference would be longer and say no more. */
function isWorthAName(schema: Json): boolean {
  return isRecord(schema) || Array.isArray(schema.enum) || schema.pattern !== undefined || isUnion(schema);
}

/** A nullable schema does not count as a union: the schema besides `null` is the one to name. */
function isUnion({ anyOf }: Json): boolean {
  return Array.isArray(anyOf) && anyOf.filter(({ type }: Json) => type !== 'null').length > 1;
}

/** Replaces each schema directly inside the given one; `property` is passed for values of `properties`. */
function withChildren(schema: Json, replace: (child: Json, property?: string) => Json): Json {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties')
        return [
          keyword,
          Object.fromEntries(
            Object.entries(value as Record<string, Json>).map(([name, child]) => [
              name,
              replace(child, name),
            ]),
          ),
        ];
      if (LISTS.includes(keyword)) return [keyword, (value as Json[]).map((child) => replace(child))];
      if (SINGLE.includes(keyword) && typeof value === 'object') return [keyword, replace(value as Json)];
      return [keyword, value];
    }),
  );
}
const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const SINGLE = ['items', 'additionalProperties', 'propertyNames', 'not'];

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
