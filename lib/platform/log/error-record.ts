import { scrubMessage } from "./scrub";

/** What is logged about an error: enough to find the cause, and none of the data involved. */
export type ErrorRecord = {
  name: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: ErrorRecord;
};

type Loose = { [key: string]: unknown };
const MAX_CAUSES = 4;

function isRecord(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.length > 0 ? value : undefined;
}

/** Prisma's messages quote the call's arguments; its code and the constraint's name say enough. */
function prismaMessage(error: Loose): string {
  const meta = isRecord(error.meta) ? error.meta : {};
  const adapter = isRecord(meta.driverAdapterError) ? meta.driverAdapterError : {};
  const cause = isRecord(adapter.cause) ? adapter.cause : {};
  const constraint = isRecord(cause.constraint) ? text(cause.constraint.index) : text(cause.constraint);
  const parts = [text(meta.modelName), text(cause.kind), text(cause.originalCode), constraint];
  return ["the database refused", ...parts.filter((part) => part !== undefined).map(scrubMessage)].join(" · ");
}

/** zod lists paths and codes; its texts may quote what was sent. */
function zodMessage(issues: unknown[]): string {
  const faults = issues.slice(0, 10).filter(isRecord);
  return faults.map((fault) => `${String(fault.path)}: ${String(fault.code)}`).join("; ");
}

function messageOf(error: Loose, name: string): string {
  if (name.startsWith("PrismaClient")) return prismaMessage(error);
  if (name.endsWith("ZodError") && Array.isArray(error.issues)) return zodMessage(error.issues);
  return scrubMessage(text(error.message) ?? "");
}

/** Frames only: the head of a stack repeats the message. */
function framesOf(stack: unknown): string | undefined {
  if (typeof stack !== "string") return undefined;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return frames.length > 0 ? frames.slice(0, 20).join("\n") : undefined;
}

/** Turns anything thrown into a record that is safe to log: name, code, scrubbed message, frames, causes. */
export function errorRecord(error: unknown, depth = 0): ErrorRecord {
  if (!isRecord(error)) return { name: typeof error, message: typeof error === "string" ? scrubMessage(error) : "" };
  const name = text(error.name) ?? error.constructor?.name ?? "Error";
  const record: ErrorRecord = { name, message: messageOf(error, name) };
  if (typeof error.code === "string" || typeof error.code === "number") record.code = String(error.code).slice(0, 60);
  const stack = framesOf(error.stack);
  if (stack !== undefined) record.stack = stack;
  if (isRecord(error.cause) && depth < MAX_CAUSES) record.cause = errorRecord(error.cause, depth + 1);
  return record;
}
