/**
 * Resolves on a request to stop. Later signals change nothing: npm passes on a Ctrl-C that the terminal has already
 * sent to everyone. A SIGTERM reaches only npm's shell, which ends and leaves us behind: that, too, is a request to
 * stop.
 */
export function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => resolve());
    const shell = process.ppid;
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && resolve(), 500).unref();
  });
}
