"use server";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actor/define-action";
import { findThings } from "./internal/find-things";
import { lookUpInput, searchListInput } from "./schema";
import { sealName } from "./searched-name";

export const lookUpAction = defineAction(lookUpInput, (actor, input) => findThings(actor, input), {
  name: "look-up",
  rateLimit: [{ name: "look-up", limit: 240, windowSeconds: 60, by: "actor" }],
});

const addressOfList = defineAction(
  searchListInput,
  (actor, { list, name, ...filters }) => {
    const params = { ...filters, ...(name ? { name: sealName(actor, name) } : {}) };
    const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ""));
    return Promise.resolve(query.size > 0 ? `${list}?${query}` : list);
  },
  { name: "search-list" },
);

/** Redirects a search form to its list: the name is sent in the body, and sealed from then on. */
export async function searchListAction(form: FormData): Promise<void> {
  const found = await addressOfList(form);
  const list = searchListInput.shape.list.safeParse(form.get("list"));
  redirect((found.ok ? found.data : (list.data ?? "/")) as Route);
}
