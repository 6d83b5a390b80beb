import { describe, expect, it } from "vitest";
import { create, post, problem, url } from "@/tests/support/http/test-item-routes";

describe("a request body", () => {
  it.each(["", "{", "null,", '{"name":"a"', "{'name':1}", "undefined"])(
    "that isn't JSON is answered 400: %j",
    async (text) => {
      expect(await problem(post(text))).toMatchObject({ status: 400, code: "malformed-json" });
    },
  );

  it("that isn't UTF-8 is answered 400", async () => {
    const bytes = new Uint8Array([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    expect(await problem(post(bytes))).toMatchObject({ status: 400 });
  });

  it("nested too deeply is answered 400", async () => {
    expect(await problem(post(`${"[".repeat(900)}${"]".repeat(900)}`))).toMatchObject({ status: 400 });
    expect((await post(JSON.stringify({ name: '[[[[{{{{\\"' }))).status).toBe(201);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
    "multipart/form-data; boundary=x",
  ])("of type %s is answered 415", async (type) =>
    expect(await problem(post('{"name":"a"}', { "Content-Type": type }))).toMatchObject({ status: 415 }),
  );

  it("that is compressed or has no type is answered 415", async () => {
    expect(await problem(post('{"name":"a"}', { "Content-Encoding": "gzip" }))).toMatchObject({ status: 415 });
    expect(await problem(create(new Request(url, { method: "POST", body: Buffer.from("{}") })))).toMatchObject({
      status: 415,
    });
  });

  it.each(["application/json; charset=utf-8", "application/json;charset=UTF-8", "application/merge-patch+json"])(
    "may be of type %s",
    async (type) => expect((await post('{"name":"a"}', { "Content-Type": type })).status).toBe(201),
  );

  it("over the limit is answered 413, whatever length it declares", async () => {
    const long = JSON.stringify({ name: "a".repeat(3000) });
    expect(await problem(post(long))).toMatchObject({ status: 413 });
    expect(await problem(post("{}", { "Content-Length": "999999999" }))).toMatchObject({ status: 413 });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 500;
        controller.enqueue(new Uint8Array(500).fill(32));
      },
    });
    const init = {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "Content-Type": "application/json", "Content-Length": "10" },
    };
    expect(await problem(create(new Request(url, init)))).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(5000);
  });

  it("with unknown fields is answered 422, naming them", async () => {
    const body = await problem(post('{"name":"a","role":"admin","__proto__":{"x":1},"constructor":1}'));
    expect(body).toMatchObject({ status: 422, code: "invalid" });
    const paths = (body.errors as { path: string; message: string }[]).map(({ path }) => path);
    expect(paths).toEqual(["role", "__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("with invalid fields is answered 422, with a path and a sentence for each", async () => {
    const body = await problem(post('{"name":5,"at":"yesterday","tags":["ok","too long"]}'));
    expect(body.errors).toEqual([
      { path: "name", message: "Must be text" },
      { path: "at", message: "Must be an instant such as 2030-01-31T09:30:00Z" },
      { path: "tags.1", message: "At most 5 characters" },
    ]);
    expect(await problem(post("{}"))).toMatchObject({ errors: [{ path: "name", message: "Required" }] });
    for (const text of ["null", "[]", '"a"', "3"]) expect(await problem(post(text))).toMatchObject({ status: 422 });
  });

  it("with duplicate keys uses the last", async () => {
    expect(await (await post('{"name":"a","name":"b"}')).json()).toMatchObject({ name: "b" });
  });
});
