// Loaded first into every process the launcher starts: when the launcher is gone, even by kill -9, the channel
// between the two closes, and the process ends as it would on SIGTERM instead of keeping its port forever.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
