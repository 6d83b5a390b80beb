import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { OBSTACLE_WORDS } from "../format";
import type { Obstacle } from "../status";

/** Throws what stands against a merge or an undo, in words and as a machine-readable reason. */
export function refuseMerge(obstacle: Obstacle | "not-known" | "undone"): never {
  if (obstacle === "not-known") throw notFound();
  if (obstacle === "undone") throw new AppError("invalid-transition", "This merge has already been undone.");
  throw new AppError("conflict", OBSTACLE_WORDS[obstacle], { extra: { reason: obstacle } });
}
