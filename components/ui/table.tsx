import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** The parts of a plain table. It scrolls sideways inside itself when it must, never the page. */
export function Table({ caption, className, ...props }: ComponentProps<"table"> & { caption: ReactNode }) {
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={typeof caption === "string" ? caption : "Table"}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table {...props} className={cn("w-full border-collapse text-left text-sm", className)}>
        <caption className="sr-only">{caption}</caption>
        {props.children}
      </table>
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...props}
      className={cn("border-b border-line px-4 py-2.5 text-xs font-semibold whitespace-nowrap text-quiet", className)}
    />
  );
}

/** The heads of a table of numbers: what its rows are, and its columns. */
export function NumberHeads({ rows, columns }: { rows: string; columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        <TableHead>{rows}</TableHead>
        {columns.map((column) => (
          <TableHead key={column} className="text-right">
            {column}
          </TableHead>
        ))}
      </tr>
    </thead>
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={cn("border-b border-line last:border-b-0", className)} />;
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return <td {...props} className={cn("px-4 py-3 align-middle", className)} />;
}
