import { demand, refusal, utf8 } from "./bytes.js";
export const STATEMENT_LIMIT = 61_440;
const DEPTH_LIMIT = 16;
const KEY = /^[a-z][a-z0-9_]{0,63}$/;
const PLAIN = /^[ !#-[\]-~]*$/;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
export function parse(bytes, limit = STATEMENT_LIMIT) {
  demand(bytes.length <= limit, "canonical");
  let text, value;
  try {
    text = decoder.decode(bytes);
    value = adopt(JSON.parse(text), 1);
  } catch {
    throw refusal("canonical");
  }
  demand(isObject(value) && write(value, 1) === text, "canonical");
  return value;
}
export function serialise(value) {
  demand(isObject(value), "canonical");
  return utf8(write(value, 1));
}
export function shape(value, names, code) {
  const all = names.split(" ").filter(Boolean);
  demand(isObject(value), code);
  const known = new Set(all.map((name) => name.replace("?", "")));
  for (const name of all) demand(name.endsWith("?") || Object.hasOwn(value, name), code);
  for (const name of Object.keys(value)) demand(known.has(name), code);
}
export const isCount = (value, least = 0) => Number.isSafeInteger(value) && value >= least && !Object.is(value, -0);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function adopt(value, depth) {
  if (typeof value !== "object" || value === null) return value;
  demand(depth <= DEPTH_LIMIT, "canonical");
  if (Array.isArray(value)) return value.map((item) => adopt(item, depth + 1));
  const copy = Object.create(null);
  for (const key of Object.keys(value)) {
    demand(KEY.test(key), "canonical");
    copy[key] = adopt(value[key], depth + 1);
  }
  return copy;
}
function write(value, depth) {
  if (typeof value === "string") {
    if (PLAIN.test(value)) return `"${value}"`;
    demand(value.normalize("NFC") === value && !/\p{Surrogate}/u.test(value), "canonical");
    return JSON.stringify(value);
  }
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") {
    demand(isCount(value), "canonical");
    return String(value);
  }
  demand(typeof value === "object" && value !== null && depth <= DEPTH_LIMIT, "canonical");
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  const members = Object.keys(value).sort().map((key) => {
    demand(KEY.test(key), "canonical");
    return `"${key}":${write(value[key], depth + 1)}`;
  });
  return `{${members.join(",")}}`;
}
