/** Fills the loading screen of page.ts, in the language of the page. */
import { type FromServer, type Notice, STEPS, type Step } from '../link.ts';
import { NOTICES, OBSTACLES, type Obstacle, OPENING, STEP_WORDS } from './words.ts';

type Locale = 'kk' | 'ru' | 'en';

/** What each step takes of the whole, in percent: as measured on a fast connection. */
const SHARES: Readonly<Record<Step, number>> = { download: 25, database: 20, requests: 45, desk: 10 };

const screen = document.querySelector<HTMLElement>('.opening');

function locale(): Locale {
  const { lang } = document.documentElement;
  return lang === 'ru' || lang === 'en' ? lang : 'kk';
}

let reached = 0;

/** A step that is over, such as the requests of a visit that is resumed, need not have been shown. */
export function showProgress({ step, done, total }: Extract<FromServer, { kind: 'progress' }>): void {
  const at = STEPS.indexOf(step);
  const before = STEPS.slice(0, at).reduce((sum, each) => sum + SHARES[each], 0);
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const percent = Math.floor(before + SHARES[step] * share);
  // Two things run at once and report in any order; the bar never goes back.
  if (percent < reached || !screen) return;
  reached = percent;
  for (const section of screen.querySelectorAll<HTMLElement>('section')) {
    const bar = section.querySelector<HTMLElement>('.bar');
    bar?.setAttribute('aria-valuenow', String(percent));
    bar?.setAttribute('aria-valuetext', `${STEP_WORDS[step][section.lang as Locale]}, ${percent}\u00a0%`);
    const line = bar?.firstElementChild;
    if (line instanceof HTMLElement) line.style.width = `${percent}%`;
    for (const [index, item] of [...section.querySelectorAll<HTMLElement>('li')].entries()) {
      item.dataset.state = index < at ? 'done' : index === at ? 'now' : 'ahead';
      const count = item.querySelector('b');
      if (count) count.textContent = index === at && total > 1 ? `${Math.floor(share * 100)}\u00a0%` : '';
    }
  }
}

/** Shows why the demo does not open; later reasons are ignored. `detail` is a technical message, for a bug report. */
export function showObstacle(why: Obstacle, detail = ''): void {
  const section = screen?.querySelector(`section[lang=${locale()}]`);
  if (!section || section.querySelector('.fault')) return;
  section.querySelector('.bar')?.remove();
  section.querySelector('ol')?.remove();
  const fault = element('div', 'fault');
  fault.setAttribute('role', 'alert');
  fault.append(element('strong', '', OPENING.failed[locale()]), OBSTACLES[why][locale()]);
  if (detail) fault.append(element('code', '', detail));
  const again = element('button', '', OPENING.again[locale()]);
  again.addEventListener('click', () => location.reload());
  section.append(fault, again);
}

/** On the loading screen at once, and over the desk until it is closed. */
export function showNotice(notice: Notice): void {
  if (!notice) return;
  const text = NOTICES[notice][locale()];
  document.querySelector('.opened-note')?.remove();
  const note = element('div', 'opened-note');
  note.setAttribute('role', 'status');
  const close = element('button', '', OPENING.close[locale()]);
  close.addEventListener('click', () => note.remove());
  note.append(element('span', '', text), close);
  document.body.append(note);
}

/** Removes the loading screen when the application has drawn a page, so that nothing empty is seen in between. */
export function removeWhenDrawn(root: HTMLElement): void {
  const look = () => {
    if (!root.querySelector('h1')) return;
    watch.disconnect();
    screen?.remove();
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { childList: true, subtree: true });
  look();
}

function element<K extends 'div' | 'span' | 'strong' | 'code' | 'button'>(
  name: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
