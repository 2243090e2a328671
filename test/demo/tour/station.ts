import type { FaultPlan, Sandbox } from '../../support/sandbox';
import type { Workbench } from '../../e2e/support/workbench';

/** What a station works with. */
export interface Walk {
  readonly window: Workbench;
  /** A stream beside VS Code, as a vendor's; the settings have it as “Support desk”. */
  readonly stream: Sandbox;
  /** Has requests to the stream go wrong from now on; none of them without a plan. */
  readonly fail: (plan?: FaultPlan) => void;
}

/** A place to take a picture of. */
export interface Station {
  /** Of the picture, such as `stream-host`. */
  readonly name: string;
  /** Goes there from a window with nothing open, or from the station before if that one stays. */
  readonly go: (walk: Walk) => Promise<void>;
  /** Leaves all as it is: the next station begins there. Otherwise boxes, messages, editors and panel are closed. */
  readonly stays?: true;
}
