/**
 * The loading screen as a part of index.html: it can be read before any script has arrived, in the language that
 * first-paint.js or the script here finds. boot.ts fills it.
 */
import { STEPS } from '../link.ts';
import { OPENING, STEP_WORDS } from './words.ts';

/** Colours of src/web/app/theme-tokens.ts, because the style sheets come later; a test compares them. */
export const COLOURS = {
  light: {
    bg: '#f6f7f8',
    surface: '#ffffff',
    line: '#e3e6e9',
    text: '#16202a',
    muted: '#4f5a66',
    faint: '#5f6a76',
    shade: '#eceff1',
    accent: '#0b5563',
    accentText: '#ffffff',
    lateText: '#8c1d18',
    lateBg: '#fce8e6',
  },
  dark: {
    bg: '#11161b',
    surface: '#181f26',
    line: '#29323b',
    text: '#e6ebf0',
    muted: '#a9b4bf',
    faint: '#95a1ad',
    shade: '#1c242c',
    accent: '#7fd0dc',
    accentText: '#08272d',
    lateText: '#ffb4ab',
    lateBg: '#4a1512',
  },
} as const;

const LOCALES = ['kk', 'ru', 'en'] as const;

const variables = (theme: keyof typeof COLOURS) =>
  Object.entries(COLOURS[theme])
    .map(([name, colour]) => `--o-${name}:${colour}`)
    .join(';');

const STYLE = `
.opening{${variables('light')};position:fixed;inset:0;z-index:2000;overflow:auto;display:grid;place-items:center;padding:24px 16px;box-sizing:border-box;background:var(--o-bg);color:var(--o-text);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
[data-theme=dark] .opening{${variables('dark')}}
.opening section{width:100%;max-width:520px;padding:32px;box-sizing:border-box;border:1px solid var(--o-line);border-radius:12px;background:var(--o-surface)}
html[lang=kk] .opening section:not([lang=kk]),html[lang=ru] .opening section:not([lang=ru]),html[lang=en] .opening section:not([lang=en]){display:none}
.opening h1{margin:0;font-size:28px;font-weight:680;line-height:1.2;letter-spacing:-.01em}
.opening p{margin:8px 0 0;color:var(--o-muted)}
.opening .lead{color:var(--o-text);font-size:17px}
.opening .bar{height:8px;margin:28px 0 16px;border-radius:4px;overflow:hidden;background:var(--o-line)}
.opening .bar i{display:block;width:0;height:100%;border-radius:4px;background:var(--o-accent);transition:width .2s linear}
.opening ol{margin:0;padding:0;list-style:none}
.opening li{display:flex;gap:10px;align-items:baseline;padding:3px 0;color:var(--o-faint)}
.opening li::before{content:'';flex:none;width:9px;height:9px;border:2px solid var(--o-faint);border-radius:50%;box-sizing:border-box}
.opening li[data-state=now]{color:var(--o-text);font-weight:600}
.opening li[data-state=now]::before{border-color:var(--o-accent);background:var(--o-accent)}
.opening li[data-state=done]{color:var(--o-muted)}
.opening li[data-state=done]::before{border-color:var(--o-accent)}
.opening li b{margin-left:auto;font-weight:500;font-variant-numeric:tabular-nums}
.opening .note{margin-top:20px;padding:10px 12px;border-radius:8px;background:var(--o-shade);color:var(--o-text)}
.opening .fault{margin-top:24px;padding:14px 16px;border-radius:8px;background:var(--o-lateBg);color:var(--o-lateText)}
.opening .fault strong{display:block}
.opening .fault code{display:block;margin-top:8px;overflow-wrap:anywhere;font-size:13px}
.opening button,.opened-note button{margin-top:14px;padding:9px 18px;border:0;border-radius:8px;background:var(--o-accent);color:var(--o-accentText);font:inherit;font-weight:600;cursor:pointer}
.opening button:focus-visible,.opened-note button:focus-visible{outline:2px solid var(--o-accent);outline-offset:2px}
.opened-note{${variables('light')};position:fixed;z-index:1500;left:16px;right:16px;bottom:16px;max-width:640px;margin:0 auto;display:flex;gap:16px;align-items:center;padding:12px 16px;box-sizing:border-box;border:1px solid var(--o-line);border-radius:10px;background:var(--o-surface);color:var(--o-text);box-shadow:0 6px 24px #0003;font:15px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
[data-theme=dark] .opened-note{${variables('dark')}}
.opened-note button{flex:none;margin:0 0 0 auto}
@media (max-width:480px){.opening section{padding:24px 20px}.opened-note{flex-direction:column;align-items:stretch;gap:10px;bottom:72px}.opened-note button{margin:0}}
@media (prefers-reduced-motion:reduce){.opening .bar i{transition:none}}
@media (forced-colors:active){.opening .bar{border:1px solid}.opening .bar i{background:Highlight}}
`;

/**
 * Runs before anything is drawn. Files are named relative to the directory of the site, and the service worker serves
 * that directory only, so its address must end in a slash; some hosts answer without one.
 */
const SCRIPT = `
(() => {
  const root = document.documentElement;
  let kept = null;
  try { kept = localStorage.getItem('otinish-language'); } catch {}
  const known = (tag) => ['kk', 'ru', 'en'].includes(tag);
  if (!known(kept)) root.lang = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(known) ?? 'kk';
  const { pathname, search, hash } = location;
  if (pathname.endsWith('/') || /\\.html?$/.test(pathname)) return;
  // The mark stops a host that removes the slash again from sending the page round for ever.
  if (new URLSearchParams(search).has('slash')) root.dataset.noSlash = '';
  else location.replace(pathname + '/?slash' + hash);
})();
`;

function section(locale: (typeof LOCALES)[number]): string {
  const steps = STEPS.map(
    (step, at) =>
      `<li data-step="${step}" data-state="${at === 0 ? 'now' : 'ahead'}"><span>${STEP_WORDS[step][locale]}</span><b></b></li>`,
  ).join('');
  return `<section lang="${locale}" aria-labelledby="opening-${locale}">
<h1 id="opening-${locale}">${OPENING.title[locale]}</h1>
<p class="lead">${OPENING.lead[locale]}</p>
<p>${OPENING.demo[locale]}</p>
<div class="bar" role="progressbar" aria-label="${OPENING.progress[locale]}" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0" aria-valuetext="${STEP_WORDS.download[locale]}"><i></i></div>
<ol>${steps}</ol>
<noscript><p class="fault">${OPENING.no_script[locale]}</p></noscript>
</section>`;
}

/** Markup for the head and for the beginning of the body. */
export function openingPage(): { head: string; body: string } {
  return {
    head: `<style>${STYLE}</style><script>${SCRIPT}</script>`,
    body: `<main class="opening">${LOCALES.map(section).join('')}</main>`,
  };
}
