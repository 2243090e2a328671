/**
 * What tests use of an element inside the browser. The tests are compiled for Node, and the DOM's own typings must
 * not reach the rest of the project through them.
 */
export interface Dom {
  readonly ownerDocument: {
    readonly defaultView: {
      getComputedStyle(
        of: Dom | null,
      ): Readonly<
        Record<'boxShadow' | 'color' | 'backgroundColor' | 'transitionDuration' | 'animationName', string>
      >;
    };
    elementFromPoint(x: number, y: number): Dom | null;
  };
  readonly textContent: string;
  readonly parentElement: Dom | null;
  readonly clientWidth: number;
  readonly scrollWidth: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
  readonly scrollTop: number;
  getBoundingClientRect(): Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Dom | null;
  closest(selector: string): Dom | null;
  matches(selector: string): boolean;
  scrollTo(to: { readonly left?: number; readonly top?: number }): void;
}
