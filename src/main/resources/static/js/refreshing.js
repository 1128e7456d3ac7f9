// Repeats something while somebody can see it.

const EVERY = 15_000;

/** Does the work now and every 15 seconds while the page is visible; answers how to stop. */
export function refreshing(work) {
  let last = 0;
  const go = () => {
    if (document.visibilityState !== 'visible' || performance.now() - last < EVERY) return;
    last = performance.now();
    work();
  };
  last = -EVERY;
  go();
  const timer = setInterval(go, 1_000);
  document.addEventListener('visibilitychange', go);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', go);
  };
}
