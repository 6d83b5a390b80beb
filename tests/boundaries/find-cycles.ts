/** One file's import of another, both as paths from the root. */
export type Import = { from: string; to: string };

/**
 * Returns the cycles among what lies side by side (files and folders) in each folder, as "folder: a → b → a". A folder
 * imports what any file below it imports. Finds at least one cycle of each knot, not all of them.
 */
export function findCycles(imports: Import[]): string[] {
  const levels = new Map<string, Map<string, Set<string>>>();
  for (const { from, to } of imports) {
    const [source, target] = [from.split("/"), to.split("/")];
    const depth = source.findIndex((part, index) => part !== target[index]);
    const [left, right] = [source[depth], target[depth]];
    if (left === undefined || right === undefined) continue;
    const folder = source.slice(0, depth).join("/");
    const level = levels.get(folder) ?? new Map<string, Set<string>>();
    levels.set(folder, level.set(left, (level.get(left) ?? new Set()).add(right)));
  }
  return [...levels].flatMap(([folder, level]) => cyclesOf(level).map((cycle) => `${folder}: ${cycle.join(" → ")}`));
}

function cyclesOf(level: Map<string, Set<string>>): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const visit = (node: string, path: string[]) => {
    const start = path.indexOf(node);
    if (start >= 0) cycles.push([...path.slice(start), node]);
    if (start >= 0 || finished.has(node)) return;
    for (const next of level.get(node) ?? []) visit(next, [...path, node]);
    finished.add(node);
  };
  for (const node of level.keys()) visit(node, []);
  return cycles;
}
