type Entry = {
  version?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  optionalDependencies?: Record<string, string>;
};
export function missingEntries(
  packages: Record<string, Entry>,
): Record<string, Entry & { cpu?: string[]; os?: string[] }>;
export function unchecked(packages: Record<string, Entry>): string[];
