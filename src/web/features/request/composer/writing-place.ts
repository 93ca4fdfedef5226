/**
 * Where the page comes to rest when the composer opens: the letter that is answered stays readable above the text being
 * written, clear of the sticky head and of the bar at the foot of a phone.
 */

/** The upper and lower edge of a box, px from the top of the window. */
type Edges = { top: number; bottom: number };

export type WritingPlaces = {
  /** What of the window nothing covers. */
  view: Edges;
  /** The letter that is answered; null if there is none. */
  letter: Edges | null;
  composer: Edges;
  /** The text area in the composer. */
  field: Edges;
};

/**
 * Returns by how many px to scroll, downwards if positive and by no more than needed. The whole composer comes into view
 * if the letter's beginning can stay; else as much of it as leaves the letter; else the field under the letter's end.
 */
export function scrollForWriting({ view, letter, composer, field }: WritingPlaces): number {
  const most = (letter ?? composer).top - view.top;
  const least = composer.bottom - view.bottom;
  if (least <= most) return Math.min(Math.max(0, least), most);
  return Math.max(most, field.bottom - view.bottom);
}

const GAP_PX = 8;

/** Scrolls the page for the writing in this field. */
export function placeWriting(field: HTMLElement): void {
  const composer = field.closest('section');
  if (!composer) return;
  const letter = [...document.querySelectorAll('[data-letter=in]')].at(-1) ?? null;
  const by = scrollForWriting({
    view: {
      top: covered('top') + GAP_PX,
      bottom: (visualViewport?.height ?? innerHeight) - covered('bottom') - GAP_PX,
    },
    letter: letter?.getBoundingClientRect() ?? null,
    composer: composer.getBoundingClientRect(),
    field: field.getBoundingClientRect(),
  });
  scrollBy({ top: by, behavior: 'instant' });
}

const COVERING: readonly string[] = ['sticky', 'fixed'];

/** The height of what stays at this edge of the window while the page scrolls, px; marked by `data-covers`. */
function covered(edge: 'top' | 'bottom'): number {
  const heights = [...document.querySelectorAll(`[data-covers=${edge}]`)].map((each) =>
    COVERING.includes(getComputedStyle(each).position) ? each.getBoundingClientRect().height : 0,
  );
  return Math.max(0, ...heights);
}
