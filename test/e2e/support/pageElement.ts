import type { Locator } from 'playwright-core';

/** As much of an element as the harness reads. The tests are compiled without the DOM, like the code they test. */
export interface PageElement {
  readonly className: string;
  readonly textContent: string;
  readonly style: { readonly top: string };
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/**
 * Reads all elements of a locator in one step, so that nothing is redrawn in between.
 * @param read runs in the page: it may use nothing from around it, nor name a function inside
 */
export function readElements<R>(locator: Locator, read: (elements: PageElement[]) => R): Promise<R> {
  return (locator as unknown as Evaluating).evaluateAll(read);
}

interface Evaluating {
  evaluateAll<R>(read: (elements: PageElement[]) => R): Promise<R>;
}
