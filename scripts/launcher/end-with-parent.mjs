// Loaded first into every process the launcher starts: when the launcher is gone, even by kill -9, the channel
// between the two closes, and the process ends as it would on SIGTERM instead of keeping its port forever.
// Next hands this on to its own workers, which live by their channels to Next and must be left alone.
if (process.channel && process.ppid === Number(process.env.LAUNCHER_PID)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
