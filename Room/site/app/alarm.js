import { toText } from "../seal/bytes.js";
const MOST = 50;
export class Alarm extends Error {
  constructor(what, evidence = {}) {
    super(what);
    Object.assign(this, { name: "Alarm", what, evidence });
  }
}
export async function verified(what, evidence, check) {
  try {
    return await check();
  } catch (error) {
    if (error.name !== "SealRefusal") throw error;
    throw new Alarm(what, { ...evidence, refusal: error.code });
  }
}
export async function keepEvidence(store, alarm, at) {
  const kept = (await store.get("evidence")) ?? [];
  await store.put("evidence", [...kept, { at, what: alarm.what, received: plain(alarm.evidence) }].slice(-MOST));
}
export async function evidenceFile(store, about) {
  const items = (await store.get("evidence")) ?? [];
  return { count: items.length, text: JSON.stringify({ format: "confidant-evidence/1", ...about, items }, null, 1) };
}
function plain(value) {
  if (value instanceof Uint8Array) return toText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.keys(value).map((key) => [key, plain(value[key])]));
  }
  return value;
}
