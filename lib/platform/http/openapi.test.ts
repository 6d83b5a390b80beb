import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { routesFor } from "./define-route";
import { openApiDocument } from "./openapi";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";
import { instant, shortText, uuid } from "@/lib/platform/input/text";

const defineRoute = routesFor(async () => null);

type Loose = { [key: string]: Loose } & { [index: number]: Loose };
let document: Loose;

beforeAll(() => {
  const thing = z.object({ id: uuid, name: shortText(20), at: instant, version: z.number() }).meta({ id: "Thing" });
  const handler = () => Promise.reject(new Error("never called"));
  defineRoute(
    {
      ...{
        method: "GET",
        path: "/api/things",
        operationId: "listThings",
        summary: "List",
        tags: ["Things"],
        auth: "optional",
      },
      query: z.strictObject({
        limit,
        cursor: cursor.optional(),
        q: shortText(10).optional(),
        tag: z.array(z.string()).optional(),
      }),
      response: { status: 200, schema: pageOf(thing) },
      cache: "public, max-age=5",
    },
    handler,
  );
  defineRoute(
    {
      ...{
        method: "PUT",
        path: "/api/things/{id}",
        operationId: "putThing",
        summary: "Put",
        tags: ["Things"],
        auth: "required",
      },
      params: z.strictObject({ id: uuid }),
      body: z.strictObject({ thing, override: z.boolean().default(false) }),
      response: { status: 200, schema: thing },
      errors: ["slot-taken"],
      ifMatch: true,
      etag: (out) => out.version,
    },
    handler,
  );
  document = JSON.parse(JSON.stringify(openApiDocument("http://localhost:3000"))) as Loose;
});

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === "$ref" ? [String(entry)] : references(entry)));
}

describe("the OpenAPI document", () => {
  it("resolves every reference", () => {
    const found = references(document);
    expect(found.length).toBeGreaterThan(10);
    for (const reference of found) {
      const target = reference
        .replace("#/", "")
        .split("/")
        .reduce<Loose | undefined>((at, key) => at?.[key], document);
      expect(target, reference).toBeDefined();
    }
  });

  it("describes a query by its types, not as text", () => {
    const parameters = document.paths?.["/api/things"]?.get?.parameters as unknown as {
      name?: string;
      required: boolean;
      schema: unknown;
    }[];
    const byName = Object.fromEntries(parameters.map((entry) => [entry.name, entry]));
    expect(byName.limit).toMatchObject({
      in: "query",
      required: false,
      schema: { type: "integer", minimum: 1, maximum: 100, default: 20 },
    });
    expect(byName.cursor?.required).toBe(false);
    expect(JSON.stringify(document)).not.toContain("x-shape");
  });

  it("separates input and output schemas where they differ, and a field called override", () => {
    const put = document.paths?.["/api/things/{id}"]?.put;
    const sent = put?.requestBody?.content?.["application/json"]?.schema;
    expect(sent).toMatchObject({
      additionalProperties: false,
      properties: { override: { type: "boolean", default: false } },
    });
    expect(sent?.properties?.thing?.$ref).toBe("#/components/schemas/ThingInput");
    expect(put?.responses?.["200"]?.content?.["application/json"]?.schema?.$ref).toBe("#/components/schemas/Thing");
    expect(document.components?.schemas?.Thing?.properties).toHaveProperty("id");
  });

  it("says who may call each route, and lists every error with its codes", () => {
    const put = document.paths?.["/api/things/{id}"]?.put;
    expect(put?.security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(document.paths?.["/api/things"]?.get?.security).toEqual([{}, { bearer: [] }, { session: [] }]);
    const responses = put?.responses ?? {};
    expect(Object.keys(responses)).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "412",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
    ]);
    expect(JSON.stringify(responses["409"])).toContain("slot-taken");
  });
});
