/**
 * Gives the focus back to what had it when the page itself gets it back: when a menu or another editor takes the focus, the
 * browser forgets where it was on the page, and the keyboard would start anew.
 */
export function keepFocus(): void {
  let last: Element | null = null;
  document.addEventListener('focusin', ({ target }) => (last = target instanceof Element ? target : null));
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body && last instanceof HTMLElement)
      last.focus({ preventScroll: true });
  });
}
