// Runs before the first paint, so that a dark window does not flash white. The same rule as src/frame/theme.ts.
(() => {
  let choice = null;
  try {
    choice = JSON.parse(localStorage.getItem('milepost.theme'));
  } catch {
    // No storage, or nothing readable in it: the system decides.
  }
  const isDark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.add(isDark ? 'dark' : 'light');
})();
