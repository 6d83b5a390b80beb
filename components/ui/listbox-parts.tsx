import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";
import type { Listbox } from "./use-listbox";

const FIELDS = {
  md: { row: "gap-2.5 px-3", icon: "size-4", input: "h-11 text-sm pointer-coarse:text-base" },
  lg: { row: "gap-3 px-4", icon: "size-5", input: "h-13 text-base" },
} as const;

type FieldProps = {
  list: Listbox;
  label: string;
  query: string;
  onQuery: (query: string) => void;
  isPending: boolean;
  size: keyof typeof FIELDS;
};

/** The text field that controls a list. Each change makes the first option active again. */
export function ListboxField({ list, label, query, onQuery, isPending, size }: FieldProps) {
  const { row, icon, input } = FIELDS[size];
  return (
    <div className={cn("flex items-center border-b border-line", row)}>
      {isPending ? (
        <Spinner className={cn("text-quiet", icon)} />
      ) : (
        <Search aria-hidden className={cn("shrink-0 text-quiet", icon)} />
      )}
      <input
        {...list.fieldProps}
        value={query}
        onChange={(event) => {
          list.setActive(0);
          onQuery(event.target.value);
        }}
        aria-label={label}
        placeholder={label}
        className={cn("min-w-0 flex-1 bg-transparent outline-none", input)}
      />
    </div>
  );
}

type OptionsProps = { list: Listbox; label: string; className: string; children: ReactNode };

/** The list below the field; gone while it is empty. */
export function ListboxOptions({ list, label, className, children }: OptionsProps) {
  return (
    <div
      id={list.listId}
      role="listbox"
      aria-label={label}
      className={cn("overflow-y-auto overscroll-contain p-1.5 empty:hidden", className)}
    >
      {children}
    </div>
  );
}
