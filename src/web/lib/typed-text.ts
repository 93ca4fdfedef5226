/**
 * What was typed into the fields of the page, so that it can be kept when the session ends under it. Drafts have copies
 * of their own; this covers every other form, also those made later, because it listens to the document.
 */

export type TypedField = { label: string; text: string };
type Field = HTMLInputElement | HTMLTextAreaElement;

/** A search is a question and not a text; a password is never kept. */
const KEPT_TYPES = new Set(['text', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local']);
/** On an element whose fields are kept by other means. */
export const KEEPS_ITSELF = 'data-keeps-itself';

const typed = new WeakSet<Field>();

/** @param onTyped called for each input into a field that is kept */
export function watchTyped(onTyped: () => void): () => void {
  const heard = ({ target }: Event) => {
    if (!isKept(target)) return;
    typed.add(target);
    onTyped();
  };
  // Capturing, because a component may stop the event.
  document.addEventListener('input', heard, true);
  return () => document.removeEventListener('input', heard, true);
}

/** The fields on the page that were typed into and are not empty. */
export function typedFields(): readonly TypedField[] {
  return fieldsOf(document)
    .filter((field) => typed.has(field) && field.value.trim() !== '')
    .map((field) => ({ label: labelOf(field), text: field.value }));
}

/** Puts texts into the fields of the same labels; returns those that have no field on the page. */
export function putBack(texts: readonly TypedField[]): readonly TypedField[] {
  const free = new Set(fieldsOf(document).filter((field) => !field.readOnly && !field.disabled));
  return texts.filter(({ label, text }) => {
    const field = [...free].find((each) => labelOf(each) === label);
    if (!field) return true;
    free.delete(field);
    write(field, text);
    return false;
  });
}

/** As if typed: React ignores a value that is set on the element itself. */
function write(field: Field, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function fieldsOf(root: Document): readonly Field[] {
  return [...root.querySelectorAll('input, textarea')].filter(isKept);
}

function isKept(target: EventTarget | null): target is Field {
  if (target instanceof Element && target.closest(`[${KEEPS_ITSELF}], [role="search"]`)) return false;
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && KEPT_TYPES.has(target.type);
}

function labelOf(field: Field): string {
  const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? field.name;
  return label.trim();
}
