import type { ComponentProps } from "react";
import { searchListAction } from "@/lib/domain/lookup/actions";
import type { ListOfPeople } from "@/lib/domain/lookup/schema";

export type SearchPeopleFormProps = Omit<ComponentProps<"form">, "action" | "method" | "role"> & { list: ListOfPeople };

/** A form that searches a list by a person's name. Its field is called `name`; no address ever contains it. */
export function SearchPeopleForm({ list, children, ...props }: SearchPeopleFormProps) {
  return (
    <form {...props} action={searchListAction} role="search">
      <input type="hidden" name="list" value={list} />
      {children}
    </form>
  );
}
