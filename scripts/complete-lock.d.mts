type Entry = { version?: string; optionalDependencies?: Record<string, string> };
export function missingEntries(packages: Record<string, Entry>): Record<string, Entry & { cpu?: string[]; os?: string[] }>;
