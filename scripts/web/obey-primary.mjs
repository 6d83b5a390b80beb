// Loaded first into every web process: answers pings of the process that holds the port, for as long as the event loop
// turns, and leaves it to that process to end this one. A terminal sends Ctrl-C to everyone at once.
process.on("message", (message) => {
  if (message === "caresync:there?") process.send?.("caresync:here");
});
for (const name of ["SIGINT", "SIGHUP"]) process.on(name, () => {});
