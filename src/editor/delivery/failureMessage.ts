import type { FailureReason } from '../../core/delivery/failure';
import type { FailureFacts } from './failureFacts';

/** What a message about a failure can offer to do. */
export type AdvisedAction =
  'setClientSecret' | 'editStream' | 'verifyStream' | 'openProxySettings' | 'openLog';

/** A failure in the user's words. */
export interface FailureMessage {
  /** What happened, one sentence. */
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
  /** Most helpful first. */
  readonly actions: readonly AdvisedAction[];
}

/** Messages by reason. They see no word of foreign origin that is not harmless. */
export type FailureMessages = Partial<Record<FailureReason, (facts: FailureFacts) => FailureMessage>>;

/** A message whose last offer is the log, as that of every failure. */
export function messageOf(
  message: string,
  advice: string,
  ...actions: readonly AdvisedAction[]
): FailureMessage {
  return { message, advice, actions: [...actions, 'openLog'] };
}
