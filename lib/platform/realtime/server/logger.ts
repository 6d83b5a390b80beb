import type { LogFields } from "@/lib/platform/log/fields";

/** The part of pino's interface that the channels server uses. */
export type ChannelsLogger = Record<"info" | "warn" | "error", (fields: LogFields, message: string) => void>;

const ignore = () => undefined;

export const SILENT: ChannelsLogger = { info: ignore, warn: ignore, error: ignore };
