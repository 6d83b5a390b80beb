"use server";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actor/define-action";
import { routes } from "@/lib/site/routes";
import { searchThings } from "./internal/search-things";
import { lookUpInput, searchListInput, type ListOfPeople } from "./schema";
import { sealName } from "./searched-name";

export const lookUpAction = defineAction(lookUpInput, (actor, input) => searchThings(actor, input), {
  name: "look-up",
  rateLimit: [{ name: "look-up", limit: 240, windowSeconds: 60, by: "actor" }],
});

/** Where each list is; its filters are parameters of its address. */
const LISTS = {
  appointments: routes.hospital.appointments,
  stays: routes.hospital.stays,
  people: routes.admin.people,
  audit: routes.admin.audit,
  patients: routes.doctor.patients,
  registered: routes.hospital.patients,
} satisfies Record<ListOfPeople, unknown>;

const addressOfList = defineAction(
  searchListInput,
  (actor, { list, name, ...filters }) =>
    Promise.resolve(LISTS[list]({ ...filters, name: name ? sealName(actor, name) : undefined })),
  { name: "search-list" },
);

/** Redirects a search form to its list: the name is sent in the body, and sealed from then on. */
export async function searchListAction(form: FormData): Promise<void> {
  const found = await addressOfList(form);
  const list = searchListInput.shape.list.safeParse(form.get("list"));
  redirect(found.ok ? found.data : list.success ? LISTS[list.data]() : routes.home());
}
