import type { ImportKind } from "@/lib/domain/transfer/status";

type Problem = { detail?: string; errors?: { message: string }[] };

/**
 * Sends a file to be checked, by the same route integrators use: it takes more than a form may hold. Answers what went
 * wrong, in words. `key` keeps a second try from uploading it twice.
 */
export async function uploadFile(hospitalId: string, kind: ImportKind, content: string, key: string): Promise<string | null> {
  const answer = await fetch(`/api/hospitals/${hospitalId}/imports`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({ kind, content }),
  }).catch(() => null);
  if (answer === null) return "The file could not be sent. Check the connection and try again.";
  if (answer.ok) return null;
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  return problem.errors?.[0]?.message ?? problem.detail ?? "The file could not be taken. Please try again.";
}
