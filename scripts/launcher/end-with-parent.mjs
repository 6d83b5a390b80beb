// Loaded first into every process the launcher starts: when the launcher is gone, even by kill -9, the channel
// between the two closes, and the process ends as it would on SIGTERM instead of keeping its port forever.
// Next hands this on to its own workers, which live by their channels to Next and must be left alone.
if (process.channel && process.ppid === Number(process.env.LAUNCHER_PID)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Asked whether the event loop turns, it answers for as long as it does.
  process.on("message", (message) => {
    if (message === "caresync:there?") process.send?.("caresync:here", undefined, undefined, () => undefined);
  });
  process.channel.unref();
}
