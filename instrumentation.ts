/** Called once when a server starts: checks the configuration before the first request and starts what runs by itself. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/lib/domain/administration/start-server");
  await startServer();
}
