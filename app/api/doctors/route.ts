import { searchDoctors } from "@/lib/domain/directory/queries";
import { doctorCardOutput, doctorListQuery } from "@/lib/domain/directory/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors",
    operationId: "listDoctors",
    summary: "List doctors with their next available times",
    description:
      "With `availableFrom` or `availableTo`, a page can be shorter than `limit` and still have a `nextCursor`.",
    tags: ["Directory"],
    auth: "none",
    query: doctorListQuery,
    response: { status: 200, schema: pageOf(doctorCardOutput) },
  },
  ({ query: { limit, cursor, ...filter } }) => searchDoctors(filter, { limit, cursor }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
