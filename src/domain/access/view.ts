/** What one viewer sees of one class of fields on one request. With several roles the most open cell wins. */
import { type FieldClass, fieldClasses } from '#domain/request/fields.ts';
import { trackOf } from '#domain/request/types.ts';
import { can } from './can.ts';
import { type Actor, type Budgets, failing, type RequestFacts, UNSPENT } from './conditions.ts';
import { type Cell, cellOf, type Level } from './visibility.ts';

export type View = {
  level: Level;
  reveal: boolean;
  compare: boolean;
  except: ReadonlySet<NonNullable<Cell['except']>>;
};

/** From the least open to the most open. */
const ORDER: Record<Level, number> = { hidden: 0, masked: 1, clear: 2 };
const NOTHING: View = { level: 'hidden', reveal: false, compare: false, except: new Set() };

/** Returns the view of a class; hidden unless a role's cell opens it. */
export function viewOf(
  actor: Actor,
  fieldClass: FieldClass,
  facts: RequestFacts,
  budgets: Budgets = UNSPENT,
): View {
  // Only an officer reads a blocked record. The status is set to an open one, because closing does not change that.
  if (facts.blocked && !can(actor, 'request.record_step', { ...facts, status: 'in_progress' }).ok)
    return NOTHING;
  const cells = actor.roles.map((role) => cellOf(fieldClass, role, trackOf(facts.type)));
  const level = cells
    .map((cell) => cell.level)
    .reduce<Level>((best, next) => (ORDER[next] > ORDER[best] ? next : best), 'hidden');
  return {
    level,
    reveal: cells.some(
      (cell) => cell.reveal !== undefined && failing(cell.reveal, actor, facts, budgets) === null,
    ),
    compare: cells.some((cell) => cell.compare === true),
    except: new Set(cells.flatMap((cell) => cell.except ?? [])),
  };
}

/** Returns the views of all classes, for a page that shows the whole record. */
export function viewsOf(actor: Actor, facts: RequestFacts, budgets?: Budgets): Record<FieldClass, View> {
  return Object.fromEntries(
    fieldClasses.map((name) => [name, viewOf(actor, name, facts, budgets)]),
  ) as Record<FieldClass, View>;
}
