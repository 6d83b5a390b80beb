import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { refuseMethod } from "@/lib/platform/http/refuse-method";
import type { AnyRoute } from "@/lib/platform/http/route-definition";

const API = join(process.cwd(), "app/api");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
/**
 * next-auth's own handler (its protocol is the library's, for the site's own pages only), and the fallback for unknown
 * routes.
 */
const UNDOCUMENTED = ["/api/auth/{...nextauth}", "/api/{...missing}"];

function routeFiles(): string[] {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(`${sep}route.ts`)).map((file) => join(API, file));
}

/** app/api/doctors/[id]/route.ts → /api/doctors/{id} */
function pathOf(file: string): string {
  const folder = relative(API, file)
    .split(sep)
    .slice(0, -1)
    .filter((part) => !/^\(.*\)$/.test(part));
  return ["/api", ...folder].join("/").replace(/\[([^\]]+)\]/g, "{$1}");
}

type Loaded = { file: string; path: string; exports: Record<string, unknown> };
let loaded: Loaded[] = [];
let registry: string[] = [];
let documented: string[] = [];

beforeAll(async () => {
  const { registeredRoutes } = await import("@/lib/platform/http/route-definition");
  const { GET } = await import("@/app/api/openapi.json/route");
  // What the running process knows is what openapi.json loads, before this test loads anything else.
  registry = registeredRoutes().map((route) => `${route.method} ${route.path}`);
  const answer = await GET(new Request("http://localhost:3000/api/openapi.json"));
  const document = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  loaded = await Promise.all(
    routeFiles()
      .map((file) => ({ file, path: pathOf(file) }))
      .filter(({ path }) => !UNDOCUMENTED.includes(path))
      .map(async (entry) => ({ ...entry, exports: (await import(entry.file)) as Record<string, unknown> })),
  );
});

function isStrict(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodObject) return schema.def.catchall instanceof z.ZodNever;
  if (schema instanceof z.ZodUnion) return schema.def.options.every(isStrict);
  if (schema instanceof z.ZodPipe) return isStrict(schema.def.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isStrict(schema.def.innerType);
  return false;
}

/** The methods a route has; the others it refuses. */
const methodsOf = (exports: Record<string, unknown>) =>
  METHODS.filter((method) => method in exports && exports[method] !== refuseMethod);
const exported = () => loaded.flatMap(({ path, exports }) => methodsOf(exports).map((method) => `${method} ${path}`));

/** The fields of a route's JSON body; those that may be left out end in "?". */
function bodyFields(route: string): string[] {
  const [method = "", path] = route.split(" ");
  const handler = loaded.find((one) => one.path === path)?.exports[method] as { definition: AnyRoute };
  const body = z.toJSONSchema(handler.definition.body!, { io: "input", unrepresentable: "any" });
  return Object.keys(body.properties ?? {}).map((name) => (body.required?.includes(name) ? name : `${name}?`));
}

describe("the OpenAPI document", () => {
  it("has exactly the handlers that app/api exports", () => {
    expect(documented.toSorted()).toEqual(exported().toSorted());
  });

  it("has the routes that app/api/registry.ts loads", () => {
    expect(registry.toSorted()).toEqual(exported().toSorted());
  });

  it("has the routes that docs/api.md lists", () => {
    const page = readFileSync(join(process.cwd(), "docs/api.md"), "utf8");
    const listed = Array.from(page.matchAll(/^\| `([A-Z]+ \/api[^`]*)`/gm), ([, route]) => route);
    expect(listed.toSorted()).toEqual(documented.toSorted());
  });

  it("takes the fields that docs/api.md shows", () => {
    const page = readFileSync(join(process.cwd(), "docs/api.md"), "utf8");
    const shown = Array.from(page.matchAll(/^\| `([A-Z]+ \/api[^`]*)` \| [^`]*: `\{ ([^`…]*) \}`/gm));
    expect(shown.length).toBeGreaterThan(7);
    for (const [, route = "", fields = ""] of shown)
      expect(
        fields
          .replace(/: \{[^}]*\}/g, "")
          .split(", ")
          .toSorted(),
        route,
      ).toEqual(bodyFields(route).toSorted());
  });

  it("uses one word for each part of the product", () => {
    const tags = new Set(
      loaded.flatMap(({ exports }) =>
        METHODS.flatMap((method) => (exports[method] as { definition?: AnyRoute } | undefined)?.definition?.tags ?? []),
      ),
    );
    expect([...tags].filter((tag) => !/^[A-Z][a-z ]+$/.test(tag))).toEqual([]);
  });

  it("has a unique operationId for each operation", () => {
    const ids = loaded.flatMap(({ exports }) =>
      METHODS.map((method) => (exports[method] as { definition?: AnyRoute } | undefined)?.definition?.operationId),
    );
    const given = ids.filter((id) => id !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });
});

describe("every route", () => {
  it("is defined by defineRoute, under the method and path of its file", () => {
    for (const { path, exports, file } of loaded) {
      for (const method of methodsOf(exports)) {
        const { definition } = exports[method] as { definition?: AnyRoute };
        expect({ method: definition?.method, path: definition?.path }, file).toEqual({ method, path });
      }
    }
  });

  it("declares each parameter of its path, and no other", () => {
    for (const { path, exports, file } of loaded) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
      for (const method of methodsOf(exports)) {
        const { params } = (exports[method] as { definition: AnyRoute }).definition;
        const shape = (params as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
        expect(Object.keys(shape).toSorted(), file).toEqual(names);
      }
    }
  });

  it("refuses unknown fields in its body and its query", () => {
    for (const { exports, file } of loaded) {
      for (const method of methodsOf(exports)) {
        const { body, query } = (exports[method] as { definition: AnyRoute }).definition;
        for (const schema of [body, query]) if (schema !== undefined) expect(isStrict(schema), file).toBe(true);
      }
    }
  });

  it("refuses other methods with a problem that lists the supported ones", async () => {
    for (const { path, exports, file } of loaded) {
      for (const method of METHODS.filter((name) => !methodsOf(exports).includes(name))) {
        expect(exports[method], `${method} in ${file}`).toBe(refuseMethod);
        const url = `http://localhost:3000${path.replace(/\{\w+\}/g, crypto.randomUUID())}`;
        const answer = await refuseMethod(new Request(url, { method }));
        expect(answer.status).toBe(405);
        expect(await answer.json()).toMatchObject({
          code: "method-not-allowed",
          requestId: answer.headers.get("x-request-id"),
        });
        const allowed = answer.headers
          .get("allow")
          ?.split(", ")
          .filter((name) => name !== "OPTIONS" && name !== "HEAD");
        expect(allowed?.toSorted(), path).toEqual(methodsOf(exports).toSorted());
      }
    }
  });

  it("answers preflights, and accepts Idempotency-Key where it creates", () => {
    for (const { exports, file } of loaded) {
      expect(typeof exports.OPTIONS, file).toBe("function");
      const post = (exports.POST as { definition?: AnyRoute } | undefined)?.definition;
      if (post?.response.status === 201) expect(post.idempotent, file).toBe(true);
    }
  });
});
