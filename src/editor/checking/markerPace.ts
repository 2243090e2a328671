/** So long after one change of the markers the next one may come, in ms: twice a second. */
const pauseMs = 500;

/**
 * When the markers of the visible part of a long list are made anew: at most twice a second, and never while the
 * Problems view has the focus, whose list would move under its user. VS Code does not tell who has it, but a place that
 * is chosen there moves the selection of the editor without a key or the mouse; the next of these is in the editor.
 */
export class MarkerPace {
  private timer: NodeJS.Timeout | undefined;
  private isDue = false;
  private isHeld = false;

  /** @param refresh makes the markers anew */
  constructor(private readonly refresh: () => void) {}

  /** Other lines have come into view. */
  scrolled(): void {
    this.isDue = true;
    this.go();
  }

  /** The selection has moved, by the user's hand in the editor or otherwise. */
  selected(byHand: boolean): void {
    this.isHeld = !byHand;
    this.go();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.isDue = false;
    this.isHeld = true;
  }

  private go(): void {
    if (!this.isDue || this.isHeld || this.timer !== undefined) return;
    // Not at once: the selection that makes the editor scroll may be told after the scrolling.
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.isDue || this.isHeld) return;
      this.isDue = false;
      this.refresh();
      this.go();
    }, pauseMs);
  }
}
