/** npm's own settings that say how to reach a registry; everything else npm exports concerns the script it runs. */
const reachesRegistry =
  /^npm_config_(registry|https?_proxy|https_proxy|proxy|noproxy|cafile|ca|strict_ssl|userconfig|globalconfig|cache)$/i;

/**
 * A copy of this process's environment without what would leak into a VS Code that is started from here: its own
 * `VSCODE_*` and `ELECTRON_*` (set in every integrated terminal), `npm_*` (set by `npm test`), and the server's
 * `PORT` and `PASSWORD`. `VSCODE_TEST_*` stays: it is how a test run is configured.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        name.startsWith('VSCODE_TEST_') ||
        !/^(VSCODE_|ELECTRON_|npm_|PORT$|PASSWORD$|NODE_OPTIONS$)/i.test(name),
    ),
  );
}

/**
 * {@link cleanEnvironment} for an npm that installs somewhere else than in this project: `npm test` exports the
 * project's prefix and flags, which would send the packages to the wrong folder.
 */
export function npmEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => reachesRegistry.test(name));
  return { ...cleanEnvironment(), ...Object.fromEntries(kept) };
}
