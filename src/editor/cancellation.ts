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
