import type * as vscode from 'vscode';

/** Runs `task` with a signal that aborts when VS Code's token is cancelled, and lets go of the token afterwards. */
export async function withSignal<T>(
  token: vscode.CancellationToken,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const subscription = token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) controller.abort();
  try {
    return await task(controller.signal);
  } finally {
    subscription.dispose();
  }
}

/** Waits until an event fires, the signal is aborted, or VS Code's token is cancelled, and lets go of all three. */
export async function firstOf(
  signal: AbortSignal,
  token: vscode.CancellationToken,
  event: vscode.Event<unknown>,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscriptions = [event(() => end()), token.onCancellationRequested(() => end())];
    const end = () => {
      for (const subscription of subscriptions) subscription.dispose();
      signal.removeEventListener('abort', end);
      resolve();
    };
    signal.addEventListener('abort', end);
  });
}
