import { demand, isId } from "../seal/bytes.js";
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;
export async function readConfig(fetch = globalThis.fetch) {
  const answer = await fetch("/config.json", { cache: "no-store", credentials: "omit", redirect: "error" });
  demand(answer.ok, "request");
  const { api, pool, pool_name, hosted_by, witnessed } = await answer.json();
  demand(typeof api === "string" && ORIGIN.test(api) && isId(pool) && typeof pool_name === "string", "request");
  return { api, pool, pool_name, hosted_by: String(hosted_by), witnessed: witnessed === true };
}
