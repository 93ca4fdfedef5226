// Before the first paint: the theme and the language chosen last time, so that nothing flashes and nothing is
// read out in the wrong voice. A file of its own, because the policy allows no inline script.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const mode = read('otinish-theme');
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.style.backgroundColor = dark ? '#11161b' : '#f6f7f8';
  const language = read('otinish-language');
  if (language === 'kk' || language === 'ru' || language === 'en') root.lang = language;
})();
