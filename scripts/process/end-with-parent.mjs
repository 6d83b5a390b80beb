// Loaded first into every process the launcher starts: when the launcher is gone, even by kill -9, the channel between
// the two closes, and the process exits as on SIGTERM instead of keeping its port for ever. Next passes this on to its
// own workers, which depend on their channels to Next and must be left alone.
if (process.channel && process.ppid === Number(process.env.LAUNCHER_PID)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Answers the launcher's ping for as long as the event loop turns.
  process.on("message", (message) => {
    if (message === "caresync:there?") process.send?.("caresync:here", undefined, undefined, () => undefined);
  });
  process.channel.unref();
}
