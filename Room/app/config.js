// SPDX-License-Identifier: EUPL-1.2
import { demand, isId } from "../seal/bytes.js";

/**
 * What differs between installations: data only, read once a page.
 *
 * @typedef {{api: string, pool: string, pool_name: string, hosted_by: string, witnessed: boolean}} Config
 */

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

/** @returns {Promise<Config>} */
export async function readConfig(fetch = globalThis.fetch) {
  const answer = await fetch("/config.json", { cache: "no-store", credentials: "omit", redirect: "error" });
  demand(answer.ok, "request");
  const { api, pool, pool_name, hosted_by, witnessed } = await answer.json();
  demand(typeof api === "string" && ORIGIN.test(api) && isId(pool) && typeof pool_name === "string", "request");
  return { api, pool, pool_name, hosted_by: String(hosted_by), witnessed: witnessed === true };
}
